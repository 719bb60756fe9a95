//! Declaring parts of a document: from one list of fields come the struct, the names of its fields as
//! types, and reading and writing a field by its name. What the parts are is in `cv`, `letter`,
//! `application` and `sheet`.

/// What a field of a document holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FieldKind {
    /// One line of text.
    Line,
    /// Text of several lines.
    Paragraphs,
    /// A date as typed: day, month and year, or less.
    Date,
    /// The code of one of several answers, or nothing. Codes of newer versions are kept.
    Choice,
    /// The reference to a file that is kept beside the document.
    File,
    /// A yes or no.
    Flag,
}

/// What stands in a field.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FieldValue<'a> {
    /// A text, as typed.
    Text(&'a str),
    /// A yes or no.
    Flag(bool),
}

impl FieldValue<'_> {
    /// Tells whether something is written, or a yes is given.
    pub fn is_given(self) -> bool {
        match self {
            Self::Text(text) => !text.trim().is_empty(),
            Self::Flag(flag) => flag,
        }
    }
}

/// A field to write into.
#[derive(Debug)]
pub(crate) enum FieldSlot<'a> {
    Text(&'a mut String),
    Flag(&'a mut bool),
}

/// The type of a field of that kind.
macro_rules! field_type {
    (Flag) => {
        bool
    };
    (Date) => {
        $crate::DateText
    };
    ($text:ident) => {
        String
    };
}

macro_rules! field_value {
    (Flag, $field:expr) => {
        $crate::FieldValue::Flag($field)
    };
    (Date, $field:expr) => {
        $crate::FieldValue::Text(&$field.0)
    };
    ($text:ident, $field:expr) => {
        $crate::FieldValue::Text(&$field)
    };
}

macro_rules! field_slot {
    (Flag, $field:expr) => {
        $crate::fields::FieldSlot::Flag(&mut $field)
    };
    (Date, $field:expr) => {
        $crate::fields::FieldSlot::Text(&mut $field.0)
    };
    ($text:ident, $field:expr) => {
        $crate::fields::FieldSlot::Text(&mut $field)
    };
}

/// Declares a part of a document that is there once.
macro_rules! part {
    (
        $(#[$part_doc:meta])* struct $Part:ident,
        $(#[$field_doc:meta])* enum $Field:ident {
            $( $(#[$doc:meta])* $name:ident: $Variant:ident => $kind:ident, )+
        }
    ) => {
        $(#[$part_doc])*
        #[derive(Debug, Clone, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
        pub struct $Part {
            $( $(#[$doc])* pub $name: crate::fields::field_type!($kind), )+
        }
        crate::fields::field_names! {
            $Part, $(#[$field_doc])* $Field { $( $(#[$doc])* $name: $Variant => $kind, )+ }
        }
    };
}

/// Declares the entries of a list.
macro_rules! entry {
    (
        $(#[$part_doc:meta])* struct $Part:ident,
        $(#[$field_doc:meta])* enum $Field:ident {
            $( $(#[$doc:meta])* $name:ident: $Variant:ident => $kind:ident, )+
        }
    ) => {
        $(#[$part_doc])*
        #[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
        pub struct $Part {
            /// The entry's identity.
            pub id: crate::ItemId,
            /// Whether it is kept but left out of what is printed and sent.
            pub hidden: bool,
            $( $(#[$doc])* pub $name: crate::fields::field_type!($kind), )+
        }
        impl $Part {
            /// Makes an entry with nothing written in it.
            pub fn empty(id: crate::ItemId) -> Self {
                Self { id, hidden: false, $( $name: Default::default(), )+ }
            }
        }
        crate::fields::field_names! {
            $Part, $(#[$field_doc])* $Field { $( $(#[$doc])* $name: $Variant => $kind, )+ }
        }
    };
}

macro_rules! field_names {
    (
        $Part:ident, $(#[$field_doc:meta])* $Field:ident {
            $( $(#[$doc:meta])* $name:ident: $Variant:ident => $kind:ident, )+
        }
    ) => {
        $(#[$field_doc])*
        #[derive(
            Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize,
        )]
        pub enum $Field {
            $( $(#[$doc])* $Variant, )+
        }
        impl $Field {
            /// Every field, in the order of the form.
            pub const ALL: [$Field; [$( stringify!($Variant) ),+].len()] = [ $( Self::$Variant, )+ ];

            /// Returns what the field holds.
            pub fn kind(self) -> crate::FieldKind {
                match self { $( Self::$Variant => crate::FieldKind::$kind, )+ }
            }
        }
        impl $Part {
            /// Returns what stands in a field.
            pub fn value(&self, field: $Field) -> crate::FieldValue<'_> {
                match field {
                    $( $Field::$Variant => crate::fields::field_value!($kind, self.$name), )+
                }
            }

            pub(crate) fn slot(&mut self, field: $Field) -> crate::fields::FieldSlot<'_> {
                match field {
                    $( $Field::$Variant => crate::fields::field_slot!($kind, self.$name), )+
                }
            }
        }
    };
}

pub(crate) use {entry, field_names, field_slot, field_type, field_value, part};
