//! One column, the usual order of an Italian and European CV.

use super::{Design, HeadMark, TitleMark};
use crate::lettering::Face;
use approdo_domain::Cv;

pub(super) static DESIGN: Design = Design {
    face: Face::usual,
    order: Cv::arrangement,
    side: None,
    head: HeadMark::Rule,
    title_mark: TitleMark::Hairline,
    chips: false,
    spacing: 1.0,
    one_page: false,
};
