//! Europass XML of today: `Candidate`, namespace `http://www.europass.eu/1.0`, on HR Open with
//! additions of EURES. Its schema is not published; elements and their order are those that the
//! Europass editor writes. Parts that it has no element for become free sections (`Others`).

mod history;
mod person;
mod xml;

use crate::export::Labels;
use crate::export::outline::{Block, Outline, Part, joined, outline, with_label};
use approdo_domain::{Cv, Heading};
use xml::{Node, node};

#[cfg(feature = "files")]
pub(crate) use history::CEFR_DIMENSIONS;

/// Marks the document as Approdo's where Europass wants an identifier.
const SCHEME: &str = "approdo";

const NAMESPACES: [(&str, &str); 6] = [
    (
        "xsi:schemaLocation",
        "http://www.europass.eu/1.0 Candidate.xsd",
    ),
    ("xmlns", "http://www.europass.eu/1.0"),
    ("xmlns:oa", "http://www.openapplications.org/oagis/9"),
    ("xmlns:eures", "http://www.europass_eures.eu/1.0"),
    ("xmlns:hr", "http://www.hr-xml.org/3"),
    ("xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance"),
];

/// Writes a CV as Europass XML, UTF-8.
pub fn europass_xml(cv: &Cv, labels: &Labels) -> String {
    let outline = outline(cv, labels);
    let mut root = node("Candidate")
        .child(identifier("hr:DocumentID", "DocumentIdentifier", "4.0"))
        .child(person::supplier(cv))
        .child(person::person(cv, labels))
        .child(profile(cv, labels, &outline))
        .child(rendering(&outline));
    for (name, value) in NAMESPACES {
        root = root.attribute(name, value);
    }
    let mut text = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n".to_owned();
    root.write(&mut text, 0);
    text
}

fn identifier(element: &'static str, name: &str, version: &str) -> Node {
    node(element)
        .attribute("schemeID", SCHEME)
        .attribute("schemeName", name)
        .attribute("schemeAgencyName", "EUROPASS")
        .attribute("schemeVersionID", version)
}

fn profile(cv: &Cv, labels: &Labels, outline: &Outline) -> Node {
    let mut profile = node("CandidateProfile")
        .attribute("languageCode", labels.language.get(..2).unwrap_or("it"))
        .child(identifier("hr:ID", "CandidateProfileID", "1.0"))
        .optional("hr:ExecutiveSummary", &xml::paragraphs(&cv.profile))
        .child(history::employment(cv, labels))
        .child(history::education(cv, labels))
        .child(history::licences(cv))
        .child(history::certifications(cv))
        .child(history::publications(cv))
        .child(history::languages(cv, labels));
    for empty in [
        "EmploymentReferences",
        "CreativeWorks",
        "Projects",
        "SocialAndPoliticalActivities",
    ] {
        profile = profile.child(node(empty));
    }
    profile = profile.child(history::digital_tools(cv));
    for empty in [
        "NetworksAndMemberships",
        "ConferencesAndSeminars",
        "VoluntaryWorks",
        "CourseCertifications",
    ] {
        profile = profile.child(node(empty));
    }
    for part in outline
        .parts
        .iter()
        .filter(|part| is_free_section(part.heading))
    {
        profile = profile.children(free_section(part, cv));
    }
    profile
}

/// Tells whether Europass has no element for a part, or only for some of it.
fn is_free_section(heading: Heading) -> bool {
    !matches!(
        heading,
        Heading::Profile
            | Heading::Experience
            | Heading::Education
            | Heading::Languages
            | Heading::Publications
    )
}

/// One `Others` for each thing said: the editor keeps only the last of several in one.
fn free_section(part: &Part, cv: &Cv) -> Vec<Node> {
    let blocks = part
        .blocks
        .iter()
        .filter(|block| !has_own_element(part.heading, block, cv));
    let others = blocks.map(|block| {
        let (title, lines) = match block {
            Block::Line(text) | Block::Item(text) => (text.clone(), Vec::new()),
            Block::Entry {
                title,
                subtitle,
                period,
                lines,
            } => {
                let head = joined(&[title, subtitle], ", ");
                (with_label(period, &head), lines.clone())
            }
        };
        let other = node("Other")
            .text_child("Title", &title)
            .optional("Description", &xml::list(&lines));
        node("Others").text_child("Title", &part.title).child(other)
    });
    others.collect()
}

/// What stands in an element of its own is not said again.
fn has_own_element(heading: Heading, block: &Block, cv: &Cv) -> bool {
    match (heading, block) {
        (Heading::Digital, Block::Item(text)) => {
            cv.digital.tools.lines().any(|line| line.trim() == text)
        }
        (Heading::Certificates, Block::Entry { lines, .. }) => lines.is_empty(),
        _ => false,
    }
}

/// How the Europass editor is to show it: its plain template, sections in the person's order.
fn rendering(outline: &Outline) -> Node {
    let sections = outline.parts.iter().filter_map(|part| match part.heading {
        Heading::Experience => Some("work-experience"),
        Heading::Education => Some("education-training"),
        Heading::Languages => Some("language"),
        Heading::Digital => Some("profile-skills"),
        Heading::Certificates => Some("certifications"),
        Heading::Driving => Some("driving-licence"),
        Heading::Publications => Some("publication"),
        _ => None,
    });
    let order = sections
        .map(|name| node("Section").text_child("Title", name))
        .collect();
    let design = node("Design")
        .text_child("Template", "Template1")
        .text_child("Color", "Default")
        .text_child("FontSize", "Medium")
        .text_child("Logo", "None")
        .text_child("PageNumbers", "true")
        .child(node("SectionsOrder").children(order));
    node("RenderingInformation").child(design)
}
