//! The page on the rules tells of each rule, with the weight it has.

use approdo_domain::check::{CheckRule, Weight};

#[test]
fn the_page_on_the_rules_lists_each_with_its_weight() {
    let page = include_str!("../../../../docs/check-rules.md");
    for rule in CheckRule::ALL {
        let weight = match rule.weight() {
            Weight::Important => "important",
            Weight::Useful => "useful",
            Weight::Detail => "detail",
        };
        let row = format!("| `{}` | {weight} |", rule.id());
        assert!(page.contains(&row), "docs/check-rules.md lacks {row}");
    }
}
