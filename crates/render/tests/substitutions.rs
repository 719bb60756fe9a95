//! What cannot be printed as written is replaced, never in the way, and always told.

#![expect(clippy::unwrap_used, reason = "a test stops at what it did not expect")]

use approdo_render::{FontSet, RenderRequest, Renderer, Substitution};
use rstest::rstest;

mod common;

fn renderer() -> Renderer {
    let mut fonts = FontSet::new();
    for file in common::font_files() {
        fonts.add(file).unwrap();
    }
    Renderer::new(fonts)
}

/// Renders a CV with this text as first description and returns the preview's text and report.
fn render(description: &str) -> (String, Vec<Substitution>) {
    let mut cv = common::one_page();
    cv.experience[0].description = description.to_owned();
    let request: RenderRequest = common::request(cv);
    let mut renderer = renderer();
    let preview = renderer.preview(&request).unwrap();
    let pdf = renderer.pdf(&request).unwrap();
    assert_eq!(pdf.substitutions, preview.substitutions);
    let mut inside = false;
    let text = preview.pages[0]
        .chars()
        .filter(|character| {
            match character {
                '<' => inside = true,
                '>' => {
                    inside = false;
                    return false;
                }
                _ => {}
            }
            !inside
        })
        .collect();
    (text, preview.substitutions)
}

#[rstest]
#[case::emoji("Lavoro con gioia 😀 ogni giorno", "gioia ogni", "😀", "")]
#[case::family("Famiglia 👨‍👩‍👧 numerosa", "Famiglia numerosa", "👨‍👩‍👧", "")]
#[case::flag("Vengo da 🇲🇦 lontano", "da lontano", "🇲🇦", "")]
#[case::telephone("📞 333 123", "☎ 333", "📞", "☎")]
#[case::tick("✅ Puntuale", "✓ Puntuale", "✅", "✓")]
#[case::fancy("𝐌ario", "Mario", "𝐌", "M")]
#[case::thai("Mi chiamo สมชาย e lavoro", "chiamo □ e", "สมชาย", "□")]
#[case::chinese("Parlo 中文 bene", "Parlo □ bene", "中文", "□")]
#[case::word_arrow("Vendite \u{F0E0} cassa", "Vendite → cassa", "\u{F0E0}", "→")]
fn what_has_no_shape_is_replaced_and_told(
    #[case] written: &str,
    #[case] shown: &str,
    #[case] character: &str,
    #[case] replacement: &str,
) {
    let (text, substitutions) = render(written);
    assert!(text.contains(shown), "{shown} is not in {text}");
    assert_eq!(
        substitutions,
        [Substitution {
            place: "Esperienze di lavoro: Responsabile dell'ufficio spedizioni".to_owned(),
            character: character.to_owned(),
            replacement: replacement.to_owned(),
        }]
    );
}

#[rstest]
#[case::controls("Pulizie\u{0}\u{7} e\tcucina", "Pulizie e cucina")]
#[case::zero_width("bar\u{200B}ista\u{FEFF}", "barista")]
#[case::soft_hyphen("magaz\u{AD}zino", "magazzino")]
#[case::odd_spaces("a\u{2003}b\u{3000}c", "a b c")]
#[case::windows_lines("uno\r\n", "uno")]
fn what_nobody_sees_goes_silently(#[case] written: &str, #[case] shown: &str) {
    let (text, substitutions) = render(written);
    assert!(text.contains(shown), "{shown:?} is not in {text:?}");
    assert_eq!(substitutions, []);
}

#[rstest]
#[case::greek("Αθήνα")]
#[case::ukrainian("Київ, Україна")]
#[case::vietnamese("Nguyễn Thị Hương")]
#[case::romanian("Ștefan Țurcanu")]
#[case::albanian("Gëzim Çela")]
#[case::euro("1.200 € al mese")]
fn european_and_vietnamese_names_print_as_written(#[case] written: &str) {
    let (text, substitutions) = render(written);
    assert!(text.contains(written), "{written} is not in {text}");
    assert_eq!(substitutions, []);
}

#[test]
fn accents_pasted_apart_become_letters() {
    let (text, substitutions) = render("perche\u{301} la citta\u{300}");
    assert!(text.contains("perché la città"), "{text}");
    assert_eq!(substitutions, []);
}

#[test]
fn a_pasted_word_list_becomes_bullets() {
    let (text, _) = render("\u{F0B7} cassa\n\u{F0B7} banco");
    assert!(text.contains("•cassa•banco"), "{text}");
}

#[test]
fn markup_in_a_text_stays_text() {
    let (text, _) = render("<script>alert(1)</script> & \"altro\"");
    assert!(text.contains("&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;altro&quot;"));
}

#[test]
fn bytes_that_are_no_font_are_refused() {
    let mut fonts = FontSet::new();
    assert!(fonts.add(b"wOF2 not a font".to_vec()).is_err());
    assert!(fonts.is_empty());
    let error = Renderer::new(fonts)
        .preview(&common::request(common::one_page()))
        .unwrap_err();
    assert!(error.to_string().contains("add the fonts"));
}
