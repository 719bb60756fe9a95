//! Writing a CV for others. What comes in here already went through `Cv::for_export`: no writer sees a
//! field that was not chosen.

mod approdo_json;
mod json_resume;

pub(crate) use approdo_json::FORMAT_NAME;
pub use approdo_json::{APPRODO_JSON_VERSION, approdo_json};
pub use json_resume::json_resume;
pub(crate) use json_resume::{
    EXTENSION, NATIVE, POSITION, basics, interests, is_common, standard_entry,
};
