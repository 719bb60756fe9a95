//! What goes out of a CV: sensitive fields only if chosen for that export, hidden parts never. Every
//! output, and every copy attached to one, is made from what `Cv::for_export` returns.

use crate::{Availability, Cv, DateText, Digital, Driving, FileText, Heading, Permit};
use std::collections::BTreeMap;

/// The sensitive fields chosen for one export: none unless the person says so.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct ExportChoice {
    /// Photo.
    pub photo: bool,
    /// Date of birth.
    pub birth_date: bool,
    /// Nationality.
    pub nationality: bool,
    /// Street and postal code of residence and domicile; the towns always go out.
    pub full_address: bool,
    /// Tax code.
    pub tax_code: bool,
    /// Permit to stay.
    pub permit: bool,
    /// Protected category (L. 68/1999): a datum on health.
    pub protected_category: bool,
}

/// A sensitive field that a person may choose for an export.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum SensitiveField {
    /// Photo.
    Photo,
    /// Date of birth.
    BirthDate,
    /// Nationality.
    Nationality,
    /// Street and postal code.
    FullAddress,
    /// Tax code.
    TaxCode,
    /// Permit to stay.
    Permit,
    /// Protected category.
    ProtectedCategory,
}

impl SensitiveField {
    /// Every sensitive field, in the order in which they are offered.
    pub const ALL: [SensitiveField; 7] = [
        Self::Photo,
        Self::BirthDate,
        Self::FullAddress,
        Self::Nationality,
        Self::Permit,
        Self::TaxCode,
        Self::ProtectedCategory,
    ];

    /// Tells whether the CV says something there, so that there is something to choose.
    pub fn is_written(self, cv: &Cv) -> bool {
        let personal = &cv.personal;
        match self {
            Self::Photo => !cv.photo.is_empty(),
            Self::BirthDate => !personal.birth_date.is_empty(),
            Self::Nationality => !personal.nationality.trim().is_empty(),
            Self::FullAddress => [
                &personal.address,
                &personal.postal_code,
                &personal.domicile_address,
            ]
            .into_iter()
            .any(|text| !text.trim().is_empty()),
            Self::TaxCode => !personal.tax_code.trim().is_empty(),
            Self::Permit => !cv.permit.is_empty(),
            Self::ProtectedCategory => personal.protected_category,
        }
    }
}

impl ExportChoice {
    /// Returns the choice of everything.
    pub fn everything() -> Self {
        let mut choice = Self::default();
        for field in SensitiveField::ALL {
            choice.choose(field, true);
        }
        choice
    }

    /// Tells whether a field is chosen.
    pub fn contains(&self, field: SensitiveField) -> bool {
        match field {
            SensitiveField::Photo => self.photo,
            SensitiveField::BirthDate => self.birth_date,
            SensitiveField::Nationality => self.nationality,
            SensitiveField::FullAddress => self.full_address,
            SensitiveField::TaxCode => self.tax_code,
            SensitiveField::Permit => self.permit,
            SensitiveField::ProtectedCategory => self.protected_category,
        }
    }

    /// Chooses a field, or leaves it out.
    pub fn choose(&mut self, field: SensitiveField, chosen: bool) {
        let target = match field {
            SensitiveField::Photo => &mut self.photo,
            SensitiveField::BirthDate => &mut self.birth_date,
            SensitiveField::Nationality => &mut self.nationality,
            SensitiveField::FullAddress => &mut self.full_address,
            SensitiveField::TaxCode => &mut self.tax_code,
            SensitiveField::Permit => &mut self.permit,
            SensitiveField::ProtectedCategory => &mut self.protected_category,
        };
        *target = chosen;
    }
}

impl Cv {
    /// Returns what goes out: without the sensitive fields that were not chosen, without hidden
    /// parts and entries, and without the name that the CV has in the person's own list.
    pub fn for_export(&self, choice: ExportChoice) -> Cv {
        let mut cv = self.clone();
        cv.title.clear();
        leave_out_sensitive(&mut cv, choice);
        for heading in self.arrangement() {
            if self.is_hidden(heading) {
                empty_part(&mut cv, heading);
            }
        }
        leave_out_hidden_entries(&mut cv);
        cv.forget_hiding();
        cv
    }

    /// What was hidden is gone: that it was there is nobody's business either.
    fn forget_hiding(&mut self) {
        let shown: BTreeMap<Heading, _> = std::mem::take(&mut self.headings)
            .into_iter()
            .filter(|(_, settings)| !settings.hidden && !settings.name.trim().is_empty())
            .collect();
        self.headings = shown;
        let own: Vec<Heading> = self
            .own_sections
            .iter()
            .map(|own| Heading::Own(own.id))
            .collect();
        self.order
            .retain(|heading| !matches!(heading, Heading::Own(_)) || own.contains(heading));
    }
}

fn leave_out_sensitive(cv: &mut Cv, choice: ExportChoice) {
    if !choice.photo {
        cv.photo = FileText::default();
    }
    let personal = &mut cv.personal;
    if !choice.birth_date {
        personal.birth_date = DateText::default();
    }
    if !choice.nationality {
        personal.nationality.clear();
    }
    if !choice.full_address {
        personal.address.clear();
        personal.postal_code.clear();
        personal.domicile_address.clear();
    }
    if !choice.tax_code {
        personal.tax_code.clear();
    }
    if !choice.protected_category {
        personal.protected_category = false;
    }
    if !choice.permit {
        cv.permit = Permit::default();
    }
}

fn empty_part(cv: &mut Cv, heading: Heading) {
    match heading {
        Heading::Profile => cv.profile.clear(),
        Heading::Experience => cv.experience.clear(),
        Heading::Education => cv.education.clear(),
        Heading::Languages => cv.languages.clear(),
        Heading::Digital => cv.digital = Digital::default(),
        Heading::Skills => cv.skills.clear(),
        Heading::Certificates => cv.certificates.clear(),
        Heading::Driving => cv.driving = Driving::default(),
        Heading::Availability => cv.availability = Availability::default(),
        Heading::Permit => cv.permit = Permit::default(),
        Heading::Hobbies => cv.hobbies.clear(),
        Heading::Publications => cv.publications.clear(),
        Heading::References => cv.references.clear(),
        Heading::Own(id) => cv.own_sections.retain(|section| section.id != id),
    }
}

fn leave_out_hidden_entries(cv: &mut Cv) {
    cv.phones.retain(|entry| !entry.hidden);
    cv.experience.retain(|entry| !entry.hidden);
    cv.education.retain(|entry| !entry.hidden);
    cv.languages.retain(|entry| !entry.hidden);
    cv.skills.retain(|entry| !entry.hidden);
    cv.certificates.retain(|entry| !entry.hidden);
    cv.publications.retain(|entry| !entry.hidden);
    cv.references.retain(|entry| !entry.hidden);
    cv.own_sections.retain(|entry| !entry.hidden);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{CvPlace, FieldKind, FieldValue, HeadingField, ItemId, PersonalField, Section};

    /// A CV with something at every place, each text unlike the others.
    fn full_cv() -> Cv {
        let mut cv = Cv::default();
        for (number, section) in Section::ALL.into_iter().enumerate() {
            cv.add_entry(section, ItemId(u64::try_from(number).unwrap() + 1));
        }
        for place in cv.places() {
            let is_about_hiding = matches!(place, CvPlace::Heading(..) | CvPlace::EntryHidden(..));
            if place.kind() != FieldKind::Flag && !is_about_hiding {
                cv.set_text(place, &format!("{place:?}"));
            } else if !is_about_hiding {
                cv.set_flag(place, true);
            }
        }
        cv
    }

    #[test]
    fn no_sensitive_field_goes_out_unless_chosen() {
        let cv = full_cv();
        let sent = cv.for_export(ExportChoice::default());
        for field in SensitiveField::ALL {
            assert!(field.is_written(&cv), "{field:?}");
            assert!(!field.is_written(&sent), "{field:?} goes out unasked");
            let mut choice = ExportChoice::default();
            choice.choose(field, true);
            let sent = cv.for_export(choice);
            for other in SensitiveField::ALL {
                assert_eq!(other.is_written(&sent), other == field, "{other:?}");
            }
        }
        assert_eq!(sent.personal.city, cv.personal.city);
        assert_eq!(sent.title, "", "the CV's own name is nobody's business");
    }

    #[test]
    fn everything_chosen_lets_everything_out() {
        let cv = full_cv();
        let sent = cv.for_export(ExportChoice::everything());
        for place in cv
            .places()
            .into_iter()
            .filter(|place| *place != CvPlace::Title)
        {
            assert_eq!(sent.value(place), cv.value(place), "{place:?}");
        }
    }

    #[test]
    fn hidden_parts_and_entries_do_not_go_out() {
        let cv = full_cv();
        for heading in cv.arrangement() {
            let mut hidden = cv.clone();
            match heading {
                Heading::Own(item) => {
                    hidden.set_flag(CvPlace::EntryHidden(Section::OwnSections, item), true);
                }
                _ => hidden.set_flag(CvPlace::Heading(heading, HeadingField::Hidden), true),
            }
            let sent = hidden.for_export(ExportChoice::everything());
            assert_ne!(
                sent,
                cv.for_export(ExportChoice::everything()),
                "{heading:?} goes out"
            );
            assert!(!format!("{sent:?}").contains("hidden: true"), "{heading:?}");
        }
        for section in Section::ALL {
            let mut hidden = cv.clone();
            let item = cv.entry_ids(section)[0];
            hidden.set_flag(CvPlace::EntryHidden(section, item), true);
            let sent = hidden.for_export(ExportChoice::everything());
            assert_eq!(sent.entry_ids(section), vec![], "{section:?}");
        }
    }

    #[test]
    fn another_name_of_a_part_goes_out_with_it() {
        let mut cv = full_cv();
        cv.set_text(
            CvPlace::Heading(Heading::Skills, HeadingField::Name),
            "Cosa so fare",
        );
        let sent = cv.for_export(ExportChoice::default());
        assert_eq!(sent.heading_name(Heading::Skills), Some("Cosa so fare"));
        let name = CvPlace::Personal(PersonalField::GivenName);
        assert!(sent.value(name).is_some_and(FieldValue::is_given));
    }
}
