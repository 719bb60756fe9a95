//! The Content-Security-Policy of what a browser carries out. All that it loads comes from this
//! server. Style and script that stand in the page itself are named by their hashes, so that nothing
//! else can be slipped into it (CSP Level 3, hash sources).

use axum::http::HeaderValue;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};

/// Returns the policy for a file; `page` is its text if it is a page.
pub fn policy(page: Option<&str>) -> HeaderValue {
    let scripts = sources(page, "script");
    let styles = sources(page, "style");
    let policy = format!(
        "default-src 'none'; script-src 'self'{scripts} 'wasm-unsafe-eval'; style-src 'self'{styles}; \
         img-src 'self' blob:; frame-src blob:; media-src blob:; font-src 'self'; connect-src 'self'; worker-src 'self'; \
         manifest-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    );
    // Hashes and the words above are letters, digits and signs that a header may hold.
    HeaderValue::from_str(&policy).unwrap_or(HeaderValue::from_static("default-src 'none'"))
}

/// Names the texts within elements of a name, each with a space before it.
fn sources(page: Option<&str>, element: &str) -> String {
    let (begin, end) = (format!("<{element}"), format!("</{element}>"));
    let pieces = page.unwrap_or_default().split(&begin).skip(1);
    pieces
        .filter_map(|piece| {
            let (_, rest) = piece.split_once('>')?;
            let (text, _) = rest.split_once(&end)?;
            (!text.is_empty()).then(|| {
                let digest = Sha256::digest(text.as_bytes());
                format!(" 'sha256-{}'", STANDARD.encode(digest))
            })
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_stands_in_the_page_is_named_by_its_hash() {
        let page = "<style data-file=\"x\">a{}</style><script type=\"module\">1</script>\
                    <script src=\"/b.js\"></script>";
        let policy = policy(Some(page));
        let policy = policy.to_str().unwrap();
        // printf 'a{}' | openssl dgst -sha256 -binary | base64
        assert!(
            policy.contains(
                "style-src 'self' 'sha256-X1RutGBrXCt9KkSaXMK7tHftWiRscFHOhxsS8tv8hBk=';"
            ),
            "{policy}"
        );
        assert!(
            policy.contains("script-src 'self' 'sha256-a4ayc/80/OGda4BO/1o/V0etpOqiLx1JwB5S3beHW0s=' 'wasm-unsafe-eval';"),
            "{policy}"
        );
        assert!(!policy.contains("unsafe-inline"));
    }

    #[test]
    fn a_script_of_its_own_needs_no_hash() {
        assert!(
            policy(None)
                .to_str()
                .unwrap()
                .contains("style-src 'self'; ")
        );
    }
}
