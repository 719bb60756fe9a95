//! How the pages of a CV look, as far as the person chooses it. Each choice has a code that is kept for
//! ever. What a template does is in `templates`.

use serde::{Deserialize, Serialize};

/// Declares a list of looks with their codes; the first is the usual one.
macro_rules! looks {
    (
        $(#[$list_doc:meta])* $List:ident {
            $(#[$usual_doc:meta])* $Usual:ident = $usual_code:literal,
            $( $(#[$doc:meta])* $Variant:ident = $code:literal, )+
        }
    ) => {
        $(#[$list_doc])*
        #[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
        pub enum $List {
            $(#[$usual_doc])*
            #[default]
            $Usual,
            $( $(#[$doc])* $Variant, )+
        }

        impl $List {
            /// Every one, in the order in which they are offered.
            pub const ALL: [$List; [$usual_code $(, $code)+].len()] =
                [Self::$Usual $(, Self::$Variant)+];

            /// Returns the code that is kept.
            pub fn code(self) -> &'static str {
                match self {
                    Self::$Usual => $usual_code,
                    $( Self::$Variant => $code, )+
                }
            }

            /// Reads a code; none if it is empty or was written by a newer version.
            pub fn from_code(code: &str) -> Option<Self> {
                Self::ALL.into_iter().find(|look| look.code() == code.trim())
            }
        }
    };
}

looks! {
    /// How what stands in a CV is laid out on its pages.
    Template {
        /// One column, the usual order of an Italian and European CV.
        Classic = "classic",
        /// Contacts, languages and skills in a column beside experience and education.
        Modern = "modern",
        /// One page for who begins: what the person can do and when comes first, in large type.
        FirstJob = "first-job",
    }
}

looks! {
    /// The colour of titles and marks. Each has enough contrast with white, and in black and white.
    Accent {
        /// Blue.
        Blue = "blue",
        /// Green.
        Green = "green",
        /// Dark red.
        Burgundy = "burgundy",
        /// Violet.
        Violet = "violet",
        /// Grey, as from a printer without colours.
        Graphite = "graphite",
    }
}

looks! {
    /// What the letters of a page look like.
    Typeface {
        /// Titillium Web, as on the screen.
        Titillium = "titillium",
        /// Without serifs, rounder.
        Sans = "sans",
        /// With serifs, as in a book; a little wider.
        Serif = "serif",
    }
}

looks! {
    /// How much space there is between parts.
    Spacing {
        /// As usual.
        Usual = "usual",
        /// Less.
        Close = "close",
        /// More.
        Wide = "wide",
    }
}

/// How the pages look.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Look {
    /// The template.
    pub template: Template,
    /// The colour.
    pub accent: Accent,
    /// The letters.
    pub typeface: Typeface,
    /// The space between parts.
    pub spacing: Spacing,
    /// Whether everything is to stand on one page, if that is possible with less space and type of at
    /// least 9.5 points.
    pub one_page: bool,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_read_back_and_unknown_ones_read_as_nothing() {
        for template in Template::ALL {
            assert_eq!(Template::from_code(template.code()), Some(template));
        }
        for accent in Accent::ALL {
            assert_eq!(Accent::from_code(accent.code()), Some(accent));
        }
        for typeface in Typeface::ALL {
            assert_eq!(Typeface::from_code(typeface.code()), Some(typeface));
        }
        for spacing in Spacing::ALL {
            assert_eq!(Spacing::from_code(spacing.code()), Some(spacing));
        }
        assert_eq!(Template::from_code("of next year"), None);
        assert_eq!(Look::default().template, Template::Classic);
    }
}
