//! Who the person is and how to reach them.

use crate::fields::part;

part! {
    /// Personal data and contacts, each empty if not given.
    struct Personal,
    /// Personal data and contacts.
    enum PersonalField {
        /// First name.
        given_name: GivenName => Line,
        /// Surname.
        family_name: FamilyName => Line,
        /// The job wanted, or what the person is, printed under the name.
        headline: Headline => Line,
        /// Telephone number.
        phone: Phone => Line,
        /// E-mail address.
        email: Email => Line,
        /// Town of residence, with its province.
        city: City => Line,
        /// Street and number of the residence.
        address: Address => Line,
        /// Postal code of the residence (*CAP*).
        postal_code: PostalCode => Line,
        /// Town where the person lives, if it is not where they are registered (*domicilio*).
        domicile_city: DomicileCity => Line,
        /// Street and number of the domicile.
        domicile_address: DomicileAddress => Line,
        /// Date of birth.
        birth_date: BirthDate => Date,
        /// Nationality, in the person's words.
        nationality: Nationality => Line,
        /// Tax code (*codice fiscale*); many newcomers have none yet.
        tax_code: TaxCode => Line,
        /// A web page or a profile.
        website: Website => Line,
        /// Whether the person belongs to the protected categories of L. 68/1999: a datum on health.
        protected_category: ProtectedCategory => Flag,
    }
}

impl Personal {
    /// Returns first name and surname as one text, without stray spaces.
    pub fn full_name(&self) -> String {
        let names = [self.given_name.trim(), self.family_name.trim()];
        names
            .into_iter()
            .filter(|name| !name.is_empty())
            .collect::<Vec<_>>()
            .join(" ")
    }
}
