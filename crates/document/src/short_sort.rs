//! Sorting of short lists, such as the versions of a text or the entries of a CV.

use std::cmp::Ordering;

/// Sorts a list that is short or almost in order; equal items keep their order.
///
/// Insertion: the standard library's sort is made for long lists, and brings three kilobytes into
/// the client for each type that is sorted.
pub fn sort_short<T>(items: &mut [T], compare: impl Fn(&T, &T) -> Ordering) {
    for end in 1..items.len() {
        let mut place = end;
        while place > 0 && compare(&items[place - 1], &items[place]) == Ordering::Greater {
            items.swap(place - 1, place);
            place -= 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn it_sorts_as_the_standard_library_does(items in proptest::collection::vec((0u8..5, any::<u8>()), 0..40)) {
            let (mut short, mut standard) = (items.clone(), items);
            sort_short(&mut short, |one, other| one.0.cmp(&other.0));
            standard.sort_by_key(|item| item.0);
            prop_assert_eq!(short, standard);
        }
    }
}
