//! Icons: one stroke each, drawn inline so that they cost no request. They are never read aloud.

use leptos::prelude::*;

/// What an icon shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Icon {
    /// An arrow up.
    Up,
    /// An arrow down.
    Down,
    /// An arrow back along the line of text.
    Back,
    /// Six dots to hold on to.
    Grip,
    /// A bin.
    Delete,
    /// A plus.
    Add,
    /// A pencil.
    Edit,
    /// A page.
    Page,
    /// A list that is ticked off.
    Check,
    /// An arrow into a tray.
    Download,
    /// An arrow out of a tray.
    Share,
    /// An arrow turning back.
    Undo,
    /// An arrow turning forth.
    Redo,
    /// Three lines.
    Menu,
    /// A phone.
    Device,
    /// A padlock.
    Lock,
    /// A network crossed out.
    Offline,
}

impl Icon {
    fn path(self) -> &'static str {
        match self {
            Self::Up => "M12 19V5M5 12l7-7 7 7",
            Self::Down => "M12 5v14M5 12l7 7 7-7",
            Self::Back => "M19 12H5M12 5l-7 7 7 7",
            Self::Grip => "M9 6v.01M15 6v.01M9 12v.01M15 12v.01M9 18v.01M15 18v.01",
            Self::Delete => "M4 7h16M9 7V4h6v3M6 7l1 13h10l1-13M10 11v5M14 11v5",
            Self::Add => "M12 5v14M5 12h14",
            Self::Edit => "M4 20l1-5L16 4l4 4L9 19z",
            Self::Page => "M6 3h9l4 4v14H6zM14 3v5h5M9 12h6M9 16h6",
            Self::Check => "M4 6l2 2 3-4M4 16l2 2 3-4M13 6h7M13 16h7",
            Self::Download => "M12 4v11M7 10l5 5 5-5M5 20h14",
            Self::Share => "M12 15V4M8 8l4-4 4 4M5 12v8h14v-8",
            Self::Undo => "M9 7l-5 5 5 5M4 12h10a6 6 0 0 1 6 6",
            Self::Redo => "M15 7l5 5-5 5M20 12H10a6 6 0 0 0-6 6",
            Self::Menu => "M4 6h16M4 12h16M4 18h16",
            Self::Device => "M7 3h10v18H7zM11 18h2",
            Self::Lock => "M6 11h12v9H6zM9 11V8a3 3 0 0 1 6 0v3",
            Self::Offline => "M5 12.5a10 10 0 0 1 14 0M8.5 16a5 5 0 0 1 7 0M12 19.5v.01M4 4l16 16",
        }
    }
}

/// Draws an icon.
pub fn icon(icon: Icon) -> AnyView {
    let class = if icon == Icon::Back {
        "icon icon-directional"
    } else {
        "icon"
    };
    view! {
        <svg class=class viewBox="0 0 24 24" aria-hidden="true">
            <path d=icon.path()></path>
        </svg>
    }
    .into_any()
}
