//! CVs with letters from right to left, beside Italian and alone.

use super::{experience, one_page, school};
use approdo_domain::{Cv, Language};

/// A person from Egypt in Italy: the name and some texts in Arabic, most of it in Italian.
pub fn arabic_and_italian() -> Cv {
    let mut cv = one_page();
    cv.personal.given_name = "أحمد".to_owned();
    cv.personal.family_name = "عبد الرحمن (Ahmed)".to_owned();
    cv.personal.headline = "Magazziniere – عامل مخزن".to_owned();
    cv.personal.address = "شارع النيل 5".to_owned();
    cv.profile =
        "أعمل في المخازن منذ 10 سنوات (منها 3 في إيطاليا)، وأقود الرافعة الشوكية (carrello \
                  elevatore) بشهادة سارية حتى 2027. أتحدث العربية والإيطالية، وأبدأ العمل فوراً.\n\
                  Lavoro in magazzino da dieci anni; parlo العربية e italiano (B1)."
            .to_owned();
    cv.experience[0].role = "Magazziniere (أمين مخزن)".to_owned();
    cv.experience[0].employer = "شركة النور للنقل".to_owned();
    cv.experience[0].place = "القاهرة".to_owned();
    cv.experience[0].description = "- استلام البضائع وترتيبها، وجرد المخزن كل شهر\n\
         - تحميل 40 شاحنة في اليوم مع فريق من 6 أشخاص\n\
         - Uso del lettore di codici (قارئ الباركود) e di Excel"
        .to_owned();
    cv.languages = vec![
        Language {
            name: "العربية".to_owned(),
            native: true,
            ..Language::empty(super::item(90))
        },
        Language {
            name: "עברית".to_owned(),
            certificate: "קורס ערב".to_owned(),
            ..Language::empty(super::item(91))
        },
    ];
    cv
}

/// A CV written in Arabic from the first word to the last, with Italian titles as the page gives them.
pub fn arabic() -> Cv {
    let mut cv = one_page();
    cv.personal.given_name = "ليلى".to_owned();
    cv.personal.family_name = "الحسن".to_owned();
    cv.personal.headline = "مساعدة طباخ".to_owned();
    cv.personal.address = "شارع غاريبالدي 14".to_owned();
    cv.personal.city = "كريمونا".to_owned();
    cv.profile = "أعمل في المطابخ منذ ثماني سنوات، وأعرف قواعد النظافة وسلامة الغذاء (HACCP). أحب العمل مع \
                  فريق، وأنا دقيقة في المواعيد. أبحث عن عمل بدوام كامل أو جزئي في كريمونا أو في القرى القريبة منها."
        .to_owned();
    cv.experience = vec![
        experience(
            1,
            ["مساعدة طباخ", "مطعم النيل", "كريمونا"],
            ["03/2021", ""],
            "- تحضير الخضار واللحوم لمئة وجبة في اليوم\n- تنظيف المطبخ وترتيب المخزن\n- طلب المواد من الموردين كل أسبوع، \
             ومراجعة الفواتير مع صاحب المطعم حتى لا يبقى خطأ في الحساب",
        ),
        experience(
            2,
            ["عاملة نظافة", "Cooperativa Aurora", "Soresina"],
            ["2018", "02/2021"],
            "تنظيف المكاتب والمدارس في المساء، مع فريق من خمس عاملات.",
        ),
    ];
    cv.education = vec![school(
        3,
        ["شهادة الثانوية العامة", "مدرسة الأمل", "حلب"],
        ["2008", "2011"],
        "",
    )];
    cv
}
