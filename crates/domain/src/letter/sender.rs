//! Who writes, put together from the letter and its CV. A field in which nothing is written is as in the
//! CV, also when the CV changes; what is written in the letter stays, and what is left out stays out.

use crate::Cv;
use crate::fields::FieldSlot;
use crate::letter::{Letter, Sender, SenderField};

impl Letter {
    /// Returns who writes, as it goes out. `cv` is the CV that the letter goes with, as it goes out too:
    /// what is left out of that export is not told here.
    pub fn sender_with(&self, cv: &Cv) -> Sender {
        let mut sender = self.sender.clone();
        for field in SenderField::ALL {
            if self.sender_left_out.contains(&field) {
                write(&mut sender, field, "");
            } else if !self.sender.value(field).is_given() {
                write(&mut sender, field, &as_in_cv(cv, field));
            }
        }
        sender
    }

    /// Returns the name under the letter.
    pub fn signature_with(&self, cv: &Cv) -> String {
        match self.texts.signature.trim() {
            "" => self.sender_with(cv).name,
            signature => signature.to_owned(),
        }
    }
}

fn write(sender: &mut Sender, field: SenderField, text: &str) {
    if let FieldSlot::Text(target) = sender.slot(field) {
        text.clone_into(target);
    }
}

/// Returns what the CV says of who writes. Post goes to where the person lives.
pub fn as_in_cv(cv: &Cv, field: SenderField) -> String {
    let personal = &cv.personal;
    let lives_elsewhere = [&personal.domicile_city, &personal.domicile_address]
        .into_iter()
        .any(|text| !text.trim().is_empty());
    let text = match (field, lives_elsewhere) {
        (SenderField::Name, _) => return personal.full_name(),
        (SenderField::Address, true) => &personal.domicile_address,
        (SenderField::Address, false) => &personal.address,
        // The postal code of the residence is not that of the domicile.
        (SenderField::PostalCode, true) => "",
        (SenderField::PostalCode, false) => &personal.postal_code,
        (SenderField::City, true) => &personal.domicile_city,
        (SenderField::City, false) => &personal.city,
        (SenderField::Phone, _) => &personal.phone,
        (SenderField::Email, _) => &personal.email,
    };
    text.trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::letter::LetterPlace;

    fn cv() -> Cv {
        let mut cv = Cv::default();
        cv.personal.given_name = "Anna".to_owned();
        cv.personal.family_name = "Rossi".to_owned();
        cv.personal.phone = "333 1234567".to_owned();
        cv.personal.city = "Cremona (CR)".to_owned();
        cv.personal.postal_code = "26100".to_owned();
        cv
    }

    #[test]
    fn who_writes_is_as_in_the_cv_also_after_the_cv_changed() {
        let (letter, mut cv) = (Letter::default(), cv());
        assert_eq!(letter.sender_with(&cv).name, "Anna Rossi");
        cv.personal.phone = "0372 1".to_owned();
        assert_eq!(letter.sender_with(&cv).phone, "0372 1");
    }

    #[test]
    fn what_is_written_in_the_letter_stays_when_the_cv_changes() {
        let (mut letter, mut cv) = (Letter::default(), cv());
        letter.set_text(LetterPlace::Sender(SenderField::Phone), "02 99");
        cv.personal.phone = "0372 1".to_owned();
        assert_eq!(letter.sender_with(&cv).phone, "02 99");
    }

    #[test]
    fn what_is_left_out_stays_out_whatever_the_cv_or_the_field_says() {
        let (mut letter, cv) = (Letter::default(), cv());
        letter.set_text(LetterPlace::Sender(SenderField::Phone), "02 99");
        letter.set_flag(LetterPlace::SenderLeftOut(SenderField::Phone), true);
        assert_eq!(letter.sender_with(&cv).phone, "");
        letter.set_flag(LetterPlace::SenderLeftOut(SenderField::Phone), false);
        assert_eq!(letter.sender_with(&cv).phone, "02 99");
    }

    #[test]
    fn post_goes_to_where_the_person_lives() {
        let (letter, mut cv) = (Letter::default(), cv());
        cv.personal.domicile_city = "Soresina (CR)".to_owned();
        let sender = letter.sender_with(&cv);
        assert_eq!(
            (sender.city.as_str(), sender.postal_code.as_str()),
            ("Soresina (CR)", "")
        );
    }

    #[test]
    fn a_letter_is_signed_with_the_sender_s_name_unless_another_is_typed() {
        let (mut letter, cv) = (Letter::default(), cv());
        assert_eq!(letter.signature_with(&cv), "Anna Rossi");
        letter.texts.signature = "Annalisa Rossi".to_owned();
        assert_eq!(letter.signature_with(&cv), "Annalisa Rossi");
    }
}
