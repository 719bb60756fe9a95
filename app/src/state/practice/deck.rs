//! Flash cards: the order in which they come, which are known, which come again. Pure: chance comes in as a number.

/// A deck of cards, each named by its number among those it was made of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Deck {
    order: Vec<usize>,
    position: usize,
    again: Vec<usize>,
}

impl Deck {
    /// Shuffles so many cards by a number: the same number gives the same order.
    pub fn shuffled(cards: usize, number: u64) -> Self {
        Self::of((0..cards).collect(), number)
    }

    fn of(mut order: Vec<usize>, number: u64) -> Self {
        // Fisher and Yates; the numbers are those of xorshift64*, which has no state zero.
        let mut state = number | 1;
        for last in (1..order.len()).rev() {
            state ^= state >> 12;
            state ^= state << 25;
            state ^= state >> 27;
            let drawn = state.wrapping_mul(0x2545_f491_4f6c_dd1d) >> 33;
            let chosen = usize::try_from(drawn).unwrap_or_default() % (last + 1);
            order.swap(last, chosen);
        }
        Self {
            order,
            position: 0,
            again: Vec::new(),
        }
    }

    /// Returns the card on top; none once all were seen.
    pub fn card(&self) -> Option<usize> {
        self.order.get(self.position).copied()
    }

    /// Puts the card on top away, as known or to come again.
    pub fn put_away(&mut self, known: bool) {
        if let Some(card) = self.card() {
            self.position += 1;
            if !known {
                self.again.push(card);
            }
        }
    }

    /// Returns how many were seen with the one on top, and how many there are.
    pub fn progress(&self) -> (usize, usize) {
        let count = self.order.len();
        ((self.position + 1).min(count), count)
    }

    /// Returns how many of those seen are to come again.
    pub fn to_repeat(&self) -> usize {
        self.again.len()
    }

    /// Returns a deck of those that are to come again.
    pub fn repeated(&self, number: u64) -> Self {
        Self::of(self.again.clone(), number)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn all(mut deck: Deck, known: impl Fn(usize) -> bool) -> (Vec<usize>, Deck) {
        let mut seen = Vec::new();
        while let Some(card) = deck.card() {
            seen.push(card);
            deck.put_away(known(card));
        }
        (seen, deck)
    }

    proptest! {
        #[test]
        fn every_card_comes_once_and_what_is_not_known_comes_again(
            cards in 0_usize..40, number: u64, other: u64,
        ) {
            let (seen, deck) = all(Deck::shuffled(cards, number), |card| card % 3 != 0);
            let mut sorted = seen.clone();
            sorted.sort_unstable();
            prop_assert_eq!(sorted, (0..cards).collect::<Vec<_>>());
            prop_assert_eq!(deck.to_repeat(), cards.div_ceil(3));
            let (again, done) = all(deck.repeated(other), |_| true);
            prop_assert!(again.iter().all(|card| card % 3 == 0));
            prop_assert_eq!(again.len(), deck.to_repeat());
            prop_assert_eq!(done.to_repeat(), 0);
        }
    }

    #[test]
    fn the_same_number_gives_the_same_order_and_others_give_others() {
        assert_eq!(Deck::shuffled(20, 7), Deck::shuffled(20, 7));
        let orders = (0..20).map(|number| Deck::shuffled(20, number * 2).order);
        let orders: std::collections::BTreeSet<_> = orders.collect();
        assert_eq!(orders.len(), 20);
    }

    #[test]
    fn progress_is_counted_from_one_and_ends_at_the_last() {
        let mut deck = Deck::shuffled(2, 5);
        assert_eq!(deck.progress(), (1, 2));
        deck.put_away(true);
        deck.put_away(true);
        assert_eq!((deck.progress(), deck.card()), ((2, 2), None));
    }
}
