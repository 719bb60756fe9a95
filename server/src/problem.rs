//! Refusals as problem details (RFC 9457): a stable type, a title, and what to do.

use approdo_sync::frame::{PROTOCOL_HEADER, PROTOCOL_VERSION};
use axum::Json;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde::Serialize;

/// The media type of problem details.
pub const PROBLEM_MEDIA_TYPE: &str = "application/problem+json";

/// Why a request was refused. Clients go by `name`, people read `title` and `detail`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    status: StatusCode,
    name: &'static str,
    title: &'static str,
    detail: &'static str,
    retry_after_seconds: Option<u64>,
}

/// Marks an answer as a refusal, with the problem's name, for those who count.
#[derive(Debug, Clone, Copy)]
pub struct Refused(pub &'static str);

/// The JSON of a problem.
#[derive(Serialize)]
struct Details {
    r#type: String,
    title: &'static str,
    status: u16,
    detail: &'static str,
}

impl Problem {
    /// Makes a problem; `name` ends its URN and never changes.
    pub const fn new(
        status: StatusCode,
        name: &'static str,
        title: &'static str,
        detail: &'static str,
    ) -> Self {
        Self {
            status,
            name,
            title,
            detail,
            retry_after_seconds: None,
        }
    }

    /// Says when to come back, in seconds.
    #[must_use]
    pub const fn after(mut self, seconds: u64) -> Self {
        self.retry_after_seconds = Some(seconds);
        self
    }

    /// The request has no session, or one that was withdrawn.
    pub const NOT_SIGNED_IN: Self = Self::new(
        StatusCode::UNAUTHORIZED,
        "not-signed-in",
        "This device is not linked",
        "Link this device again to go on syncing",
    );
    /// The work belongs to another account than the session.
    pub const OTHER_ACCOUNT: Self = Self::new(
        StatusCode::CONFLICT,
        "other-account",
        "This device is signed in for another person",
        "Nothing was taken; sign in for the person whose work this is",
    );
    /// The profile header is missing or no profile.
    pub const NO_PROFILE: Self = Self::new(
        StatusCode::BAD_REQUEST,
        "no-profile",
        "The request does not name its profile",
        "Send the profile's 32 hexadecimal digits",
    );
    /// The body is larger than a server takes.
    pub const TOO_LARGE: Self = Self::new(
        StatusCode::PAYLOAD_TOO_LARGE,
        "too-large",
        "The request is too large",
        "Send less at a time",
    );
    /// The body is of another kind than the route takes.
    pub const WRONG_MEDIA_TYPE: Self = Self::new(
        StatusCode::UNSUPPORTED_MEDIA_TYPE,
        "wrong-media-type",
        "The request is of a kind this address does not take",
        "Send the media type and encoding that the interface names",
    );
    /// The body cannot be read.
    pub const MALFORMED: Self = Self::new(
        StatusCode::BAD_REQUEST,
        "malformed",
        "The request cannot be read",
        "Nothing was stored; send the request again whole",
    );
    /// The body is of another version of the protocol.
    pub const OTHER_VERSION: Self = Self::new(
        StatusCode::BAD_REQUEST,
        "other-version",
        "The request is of another version of the protocol",
        "Update the older of the two: the app or the server",
    );
    /// The body did not arrive in time.
    pub const TOO_SLOW: Self = Self::new(
        StatusCode::REQUEST_TIMEOUT,
        "too-slow",
        "The request did not arrive in time",
        "Send it again when the connection is better",
    );
    /// The request comes from a page of another site.
    pub const CROSS_SITE: Self = Self::new(
        StatusCode::FORBIDDEN,
        "cross-site",
        "The request comes from another site",
        "Open Approdo at its own address",
    );
    /// No open link, or no account, has this code.
    pub const WRONG_CODE: Self = Self::new(
        StatusCode::NOT_FOUND,
        "wrong-code",
        "No device waits with this code",
        "Check the code, or make a new one: codes last five minutes and work once",
    );
    /// Too many wrong codes.
    pub const TOO_MANY_ATTEMPTS: Self = Self::new(
        StatusCode::TOO_MANY_REQUESTS,
        "too-many-attempts",
        "Too many attempts",
        "Wait a few minutes, then try again with a new code",
    );
    /// The thing asked for is not there, or not this account's.
    pub const NOT_FOUND: Self = Self::new(
        StatusCode::NOT_FOUND,
        "not-found",
        "There is nothing at this address",
        "Check the address",
    );
    /// The route does not know this method.
    pub const WRONG_METHOD: Self = Self::new(
        StatusCode::METHOD_NOT_ALLOWED,
        "wrong-method",
        "This address does not take this kind of request",
        "Check the method",
    );
    /// The link is not in a state in which this can be done.
    pub const LINK_NOT_READY: Self = Self::new(
        StatusCode::CONFLICT,
        "link-not-ready",
        "The other device has not entered the code, or it is too late",
        "Enter the code on the other device, or make a new one",
    );
    /// A name or another value is longer or emptier than allowed.
    pub const BAD_VALUE: Self = Self::new(
        StatusCode::UNPROCESSABLE_ENTITY,
        "bad-value",
        "A value of the request is not allowed",
        "A device's name has 1 to 60 characters",
    );
    /// The server has all hands full.
    pub const BUSY: Self = Self::new(
        StatusCode::SERVICE_UNAVAILABLE,
        "busy",
        "The server is busy",
        "Try again in a moment",
    )
    .after(2);
    /// The disk is full.
    pub const STORAGE_FULL: Self = Self::new(
        StatusCode::INSUFFICIENT_STORAGE,
        "storage-full",
        "The server has no room left",
        "Nothing of this request was stored and your device keeps it; try again later",
    )
    .after(60);
    /// Something failed here.
    pub const FAULT: Self = Self::new(
        StatusCode::INTERNAL_SERVER_ERROR,
        "fault",
        "The server has a fault",
        "Nothing of this request was stored; try again later",
    );
}

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        let details = Details {
            r#type: format!("urn:approdo:problem:{}", self.name),
            title: self.title,
            status: self.status.as_u16(),
            detail: self.detail,
        };
        let mut response = (self.status, Json(details)).into_response();
        response.extensions_mut().insert(Refused(self.name));
        let headers = response.headers_mut();
        headers.insert(
            header::CONTENT_TYPE,
            HeaderValue::from_static(PROBLEM_MEDIA_TYPE),
        );
        headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
        // By this a device of another version tells which of the two is the older one.
        headers.insert(
            PROTOCOL_HEADER,
            HeaderValue::from(u16::from(PROTOCOL_VERSION)),
        );
        if let Some(seconds) = self.retry_after_seconds {
            headers.insert(header::RETRY_AFTER, HeaderValue::from(seconds));
        }
        response
    }
}
