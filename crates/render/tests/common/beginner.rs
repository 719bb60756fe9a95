//! The CV of somebody with little to tell yet.

use super::{experience, one_page};
use approdo_domain::{Cv, DrivingCategory};

/// Somebody who looks for a first job: school, a traineeship, what they can do and when.
pub fn first_job() -> Cv {
    let mut cv = one_page();
    cv.personal.given_name = "Amina".to_owned();
    cv.personal.family_name = "El Idrissi".to_owned();
    cv.personal.headline = "Commessa, cassa e scaffali".to_owned();
    cv.personal.email = "amina.elidrissi@posta.example".to_owned();
    cv.personal.website.clear();
    cv.personal.birth_date.0.clear();
    cv.profile =
        "Ho 19 anni e mi sono diplomata a luglio. Imparo in fretta, mi piace stare con le \
                  persone e arrivo sempre in orario."
            .to_owned();
    cv.experience = vec![experience(
        3,
        [
            "Tirocinio in negozio",
            "Supermercato Bottoli",
            "Casalmaggiore",
        ],
        ["03/2025", "05/2025"],
        "Cassa, rifornimento degli scaffali, inventario.",
    )];
    cv.education.truncate(1);
    let skills = [
        "Cassa e POS",
        "Ordine degli scaffali",
        "Vendita assistita",
        "Excel",
    ];
    let kinds = ["technical", "technical", "personal", "technical"];
    cv.skills.truncate(skills.len());
    for (skill, (name, kind)) in cv.skills.iter_mut().zip(skills.into_iter().zip(kinds)) {
        skill.name = name.to_owned();
        skill.kind = kind.to_owned();
    }
    cv.availability.immediate = true;
    cv.availability.shifts = true;
    cv.availability.weekends = true;
    cv.availability.radius_km = "20".to_owned();
    cv.hobbies = "Pallavolo nella squadra del paese\nCucina".to_owned();
    cv.driving.categories = [DrivingCategory::B].into();
    cv.driving.own_car = false;
    cv
}
