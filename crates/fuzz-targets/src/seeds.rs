//! Well-formed input for each target, from which fuzzing begins.

use crate::backup::{SavedDocument, write_backup};
use crate::catalog;
use crate::record_body::RecordBody;
use crate::server_seeds::server_seeds;
use crate::world::{SHARED_DOCUMENT, World, postcard_of};
use crate::{DOCUMENT, NOW_MS};
use approdo_catalog::{EconomicActivities, PlacesContent};
use approdo_document::{
    Author, Document, Operation, OperationId, Path, SpaceId, WriterId, cv_paths,
};
use approdo_domain::practice::PreparedSet;
use approdo_domain::sheet::{Point, Sheet, Step};
use approdo_domain::{CvPlace, ItemId, Section};
use approdo_exchange::export::{Labels, approdo_json, europass_xml, json_resume};
use approdo_exchange::letter::{OutgoingLetter, import_letter, letter_docx};
use approdo_exchange::set::{set_file, set_frames};
use approdo_exchange::sheet::{sheet_file, sheet_frames};
use approdo_render::RenderRequest;
use approdo_sync::batch::Batch;
use approdo_sync::store::{Origin, SyncState};
use approdo_sync::wire::{Hole, Refusal, SyncResponse, Verdict};
use approdo_testkit::cv::{full_cv, sample_cv, write_cv};
use futures::executor::block_on;

/// Input of one target: the target's name, and the bytes.
pub type Seed = (&'static str, Vec<u8>);

/// Returns well-formed input for every target.
pub fn all() -> Vec<Seed> {
    let mut seeds = Vec::new();
    seeds.extend(document_seeds());
    seeds.extend(sync_seeds());
    seeds.extend(render_seeds());
    seeds.extend(server_seeds());
    seeds.extend(client_seeds());
    seeds.extend(brought_files());
    seeds.extend(brought_letters());
    seeds.extend(catalog_seeds());
    seeds.extend(sheet_seeds());
    let typed = [
        "2019",
        "03/2019",
        "15 mar. 2019",
        "k7pm-4xqd",
        "B2",
        "CQC merci",
        "mariarosa.dalo@example.org",
        "+39 333 000 0000",
        "../D’Alò",
        "019aa3c5-7b6e-7cc1-8d4b-1f2e3d4c5b6a",
    ];
    seeds.extend(typed.map(|text| ("typed_text", text.as_bytes().to_vec())));
    seeds
}

fn catalog_seeds() -> Vec<Seed> {
    let files = [
        catalog::content().to_bytes(),
        PlacesContent::new(Vec::new(), Vec::new()).to_bytes(),
        EconomicActivities::pack(&[]),
    ];
    let typed = ["magaziniera", "s. giovanni in cr", "O.S.S."];
    let typed = typed.map(|text| text.as_bytes().to_vec());
    let files = files.into_iter().flatten();
    files.chain(typed).map(|bytes| ("catalog", bytes)).collect()
}

fn sheet_seeds() -> Vec<Seed> {
    let mut sheet = Sheet::default();
    sheet.about.candidate = "Maria Rosa".to_owned();
    sheet.words.strengths = "Saluta e guarda chi parla\nPorta un esempio vero".to_owned();
    for (number, name) in ["cv-contacts", "interview-beginning"].iter().enumerate() {
        let point = Point {
            level: number.to_string(),
            ..Point::default()
        };
        sheet.points.extend(name.parse().map(|id| (id, point)));
    }
    let step = Step {
        what: "Chiedere allo sportello del corso HACCP".to_owned(),
        done: true,
        ..Step::empty(ItemId(1))
    };
    sheet.steps.push(step);
    let set = PreparedSet {
        name: "Start Lab".to_owned(),
        questions: "=why-this-job\n?Sai usare il muletto?".to_owned(),
        criteria: "cv-contacts".to_owned(),
        ..PreparedSet::empty(ItemId(7))
    };
    let sheet_codes = sheet_frames(&sheet).unwrap_or_default().join("\n");
    let set_codes = set_frames(&set).unwrap_or_default().join("\n");
    let codes = [sheet_codes, set_codes].map(String::into_bytes);
    let files = [sheet_file(&sheet), set_file(&set)];
    let all = files.into_iter().chain(codes);
    all.map(|bytes| ("sheet", bytes)).collect()
}

fn document_seeds() -> Vec<Seed> {
    let mut seeds = Vec::new();
    let whole = whole_cv();
    let operations = |document: &Document| document.operations().cloned().collect::<Vec<_>>();
    for document in [&whole, &edited_by_two(), &list_of_two()] {
        let operations = operations(document);
        seeds.push(("operations", postcard_of(&Batch::pack(&operations))));
    }
    let edited: Vec<Operation> = [edited_by_two(), list_of_two()]
        .iter()
        .flat_map(operations)
        .collect();
    seeds.extend(
        edited
            .iter()
            .map(|operation| ("operation_body", operation.body.clone())),
    );
    let saved = SavedDocument {
        id: DOCUMENT,
        title: "Magazzino".to_owned(),
        operations: edited,
    };
    let small = SavedDocument {
        operations: Vec::new(),
        ..saved.clone()
    };
    // A section begins with its kind: contents, or a document.
    let section = |document: &SavedDocument| [vec![1], postcard_of(document)].concat();
    let sections = vec![vec![0, 0], section(&saved), section(&small)];
    seeds.push(("backup_file", postcard_of(&sections)));
    seeds.push(("backup_file", write_backup(&[saved.clone(), small.clone()])));
    seeds.push(("backup_file", postcard_of(&vec![saved, small])));
    seeds
}

fn sync_seeds() -> Vec<Seed> {
    let mut world = World::begin();
    block_on(async {
        world.exchange().await;
        // A restore: the device offers again what is its own, and what was shared with it.
        world.server.restore(&world.early.clone());
        for _ in 0..4 {
            world.exchange().await;
        }
    });
    let mut seeds = Vec::new();
    for (request, answer) in world.said {
        if let Ok(answer) = postcard::from_bytes::<SyncResponse>(&answer) {
            let changed = changed_answers(&answer);
            seeds.extend(
                changed
                    .iter()
                    .map(|answer| ("sync_answer", postcard_of(answer))),
            );
        }
        seeds.push(("sync_answer", answer));
        seeds.push(("sync_request", request));
    }
    seeds
}

/// The same answer with other verdicts, and with holes.
fn changed_answers(answer: &SyncResponse) -> Vec<SyncResponse> {
    let verdicts = [
        Verdict::Forked,
        Verdict::BaseGone,
        Verdict::Refused(Refusal::TooLarge),
    ];
    let with = |verdict: Verdict| SyncResponse {
        pushed: vec![verdict; answer.pushed.len()],
        echoes: Vec::new(),
        ..answer.clone()
    };
    let mut changed: Vec<SyncResponse> = verdicts.map(with).into();
    let space = SpaceId::of_document(SHARED_DOCUMENT);
    changed.push(SyncResponse {
        holes: vec![Hole {
            space,
            from: 1,
            to: 9,
        }],
        more: true,
        ..answer.clone()
    });
    changed
}

fn render_seeds() -> Vec<Seed> {
    let mut cv = sample_cv();
    let request = |cv: &approdo_domain::Cv| RenderRequest {
        cv: cv.clone(),
        language: "it".to_owned(),
        ..RenderRequest::default()
    };
    let whole = request(&cv);
    cv.profile = "العربية \u{1f469}\u{200d}\u{1f33e} <b>&amp;</b> \u{202e}\u{0}\u{301}".to_owned();
    cv.experience.truncate(1);
    let strange = request(&cv);
    vec![
        ("render_request", postcard_of(&whole)),
        ("render_request", postcard_of(&strange)),
        ("render_request", postcard_of(&RenderRequest::default())),
    ]
}

/// A CV in each format that is read, the strange ones among them.
fn brought_files() -> Vec<Seed> {
    let cv = full_cv();
    let labels = Labels::default();
    let texts = [
        approdo_json(&cv),
        europass_xml(&cv, &labels),
        json_resume(&cv),
        include_str!("../../exchange/tests/fixtures/reactive-resume/version-4.json").to_owned(),
        include_str!("../../exchange/tests/fixtures/reactive-resume/version-5.json").to_owned(),
        "<!DOCTYPE x [<!ENTITY a \"a\">]><Candidate>&a;</Candidate>".to_owned(),
    ];
    let pdf = b"%PDF-1.7\n1 0 obj<</Type/Catalog/AF[2 0 R]>>endobj\n\
        2 0 obj<</EF<</F 3 0 R>>>>endobj\n3 0 obj<</Length 2>>stream\n{}\nendstream endobj\n\
        trailer<</Root 1 0 R>>\n%%EOF";
    let texts = texts.map(String::into_bytes).into_iter();
    texts
        .chain([pdf.to_vec()])
        .map(|bytes| ("brought_file", bytes))
        .collect()
}

/// A letter as text, and as DOCX.
fn brought_letters() -> Vec<Seed> {
    let text = include_str!("../../exchange/tests/fixtures/letters/italian.txt");
    let english =
        "Dear Ms Bianchi,\n\nSubject: baker\n\nI am a baker.\n\nKind regards,\nAnna Rossi\n";
    let docx = import_letter(text.as_bytes()).ok().and_then(|read| {
        let letter = OutgoingLetter {
            sender: read.letter.sender.clone(),
            letter: read.letter,
            ..OutgoingLetter::default()
        };
        letter_docx(&letter).ok()
    });
    [text, english]
        .into_iter()
        .map(|text| text.as_bytes().to_vec())
        .chain(docx)
        .map(|bytes| ("brought_letter", bytes))
        .collect()
}

/// What lies in the browser, what the page loads, what is typed from another screen.
fn client_seeds() -> Vec<Seed> {
    let record = |operation: &Operation, device| RecordBody {
        operation: operation.clone(),
        origin: Origin::Mine,
        device,
    };
    let mut seeds = vec![("stored_record", postcard_of(&SyncState::default()))];
    for (number, operation) in list_of_two().operations().enumerate() {
        let device = (number % 2 == 1).then(|| "Firefox su Windows".to_owned());
        seeds.push(("stored_record", record(operation, device).seal().body));
    }
    let messages = [
        r#"["Ciao {name}",{"one":"una modifica","other":"{count} modifiche"}]"#,
        r#"[{"other":"{{name}} {count"},"{name}{name}",7,null]"#,
        "{count}",
    ];
    seeds.extend(messages.map(|text| ("translations", text.as_bytes().to_vec())));
    let codes = [
        "k7pm-4xqd",
        " K7PM 4XQD/k7pm4xqd",
        "0OIl-1234-ABCD-efgh-JKMN-pqrs",
    ];
    seeds.extend(codes.map(|text| ("typed_code", text.as_bytes().to_vec())));
    seeds
}

fn empty_document() -> Document {
    Document::new(DOCUMENT, SpaceId::of_document(DOCUMENT))
}

fn whole_cv() -> Document {
    let mut document = empty_document();
    write_cv(
        &mut document,
        &mut Author::new(WriterId([1; 16])),
        &sample_cv(),
        NOW_MS,
    );
    document
}

/// Two people change one text at once: apart, and then in the same words.
fn edited_by_two() -> Document {
    let mut document = empty_document();
    let profile = cv_paths::path(CvPlace::Profile);
    let [mut one, mut two] = [1, 2].map(|number| Author::new(WriterId([number; 16])));
    write(
        &mut document,
        &mut one,
        &profile,
        "Ho lavorato in magazzino per tre anni.",
    );
    for texts in [
        [
            "Ho lavorato in un magazzino per tre anni.",
            "Ho lavorato in magazzino per tre lunghi anni.",
        ],
        [
            "Ho lavorato in magazzino per due anni.",
            "Ho lavorato in magazzino per sei anni.",
        ],
    ] {
        let mut other = document.clone();
        write(&mut document, &mut one, &profile, texts[0]);
        write(&mut other, &mut two, &profile, texts[1]);
        for operation in other.operations() {
            document.ingest(operation.clone());
        }
    }
    document
}

/// A list with an item moved, one deleted, and one deleted while somebody else edits it.
fn list_of_two() -> Document {
    let mut document = empty_document();
    let list = cv_paths::list(Section::Skills);
    let [mut one, mut two] = [1, 2].map(|number| Author::new(WriterId([number; 16])));
    for item in 1..4 {
        let added = one.add_item(&document, &list, ItemId(item), 0, NOW_MS);
        document.apply(&added);
    }
    mark_offered(&mut document);
    if let Some(moved) = one.move_item(&document, &list, ItemId(1), 0, NOW_MS) {
        document.apply(&moved);
    }
    let mut other = document.clone();
    write(
        &mut other,
        &mut two,
        &list.item(ItemId(2)).field(0x10),
        "Muletto",
    );
    for item in [2, 3] {
        let deleted = one.delete_item(&document, &list.item(ItemId(item)), NOW_MS);
        document.apply(&deleted);
    }
    for operation in other.operations() {
        document.ingest(operation.clone());
    }
    document
}

fn write(document: &mut Document, author: &mut Author, path: &Path, text: &str) {
    mark_offered(document);
    if let Some(change) = author.set_text(document, path, text, NOW_MS) {
        document.apply(&change);
    }
}

fn mark_offered(document: &mut Document) {
    let ids: Vec<OperationId> = document
        .operations()
        .map(|operation| operation.id)
        .collect();
    document.mark_offered(ids);
}
