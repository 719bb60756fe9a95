//! Sessions: one cookie for each local profile, an opaque token in it, its hash in the store.

use crate::problem::Problem;
use crate::secrets::hash_token;
use crate::state::AppState;
use crate::store::Session;
use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderValue, header};

/// The header by which a request names its local profile.
pub const PROFILE_HEADER: &str = "approdo-profile";

/// How long a browser keeps the cookie: the longest that browsers allow, renewed at each start.
const COOKIE_SECONDS: u64 = 400 * 86_400;

/// The local profile of one browser that a request speaks for: 32 hexadecimal digits.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Profile(String);

/// A request with a session.
#[derive(Debug, Clone)]
pub struct SignedIn {
    /// The local profile.
    pub profile: Profile,
    /// The session.
    pub session: Session,
}

impl Profile {
    /// Reads a profile's name.
    ///
    /// # Errors
    /// [`Problem::NO_PROFILE`] if it is none.
    pub fn read(text: &str) -> Result<Self, Problem> {
        let is_sound = text.len() == 32
            && text
                .bytes()
                .all(|byte| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte));
        match is_sound {
            true => Ok(Self(text.to_owned())),
            false => Err(Problem::NO_PROFILE),
        }
    }

    /// Returns the name of the profile's cookie.
    pub fn cookie_name(&self, is_secure: bool) -> String {
        let prefix = if is_secure { "__Host-" } else { "" };
        format!("{prefix}approdo_{}", self.0)
    }

    /// Returns the header value that puts a token into the profile's cookie.
    pub fn cookie(&self, token: &str, is_secure: bool) -> Option<HeaderValue> {
        self.cookie_for(token, COOKIE_SECONDS, is_secure)
    }

    /// Returns the header value that removes the profile's cookie.
    pub fn cookie_removed(&self, is_secure: bool) -> Option<HeaderValue> {
        self.cookie_for("", 0, is_secure)
    }

    fn cookie_for(&self, token: &str, seconds: u64, is_secure: bool) -> Option<HeaderValue> {
        let name = self.cookie_name(is_secure);
        let secure = if is_secure { "; Secure" } else { "" };
        let cookie =
            format!("{name}={token}; Max-Age={seconds}; Path=/; HttpOnly; SameSite=Strict{secure}");
        HeaderValue::from_str(&cookie).ok()
    }

    /// Finds the token in a request's cookies.
    pub fn token<'a>(&self, headers: &'a HeaderMap, is_secure: bool) -> Option<&'a str> {
        let name = self.cookie_name(is_secure);
        headers
            .get_all(header::COOKIE)
            .iter()
            .filter_map(|value| value.to_str().ok())
            .flat_map(|value| value.split(';'))
            .filter_map(|pair| pair.trim().split_once('='))
            .find(|(key, _)| *key == name)
            .map(|(_, token)| token)
    }
}

impl SignedIn {
    /// Finds the session of a profile.
    ///
    /// # Errors
    /// [`Problem::NOT_SIGNED_IN`] if there is none; otherwise why the store failed.
    pub async fn find(
        state: &AppState,
        profile: Profile,
        headers: &HeaderMap,
    ) -> Result<Self, Problem> {
        let token = profile
            .token(headers, state.secure_cookies)
            .ok_or(Problem::NOT_SIGNED_IN)?;
        let session = state
            .store
            .session(&hash_token(token), state.clock.now_ms())
            .await?
            .ok_or(Problem::NOT_SIGNED_IN)?;
        Ok(Self { profile, session })
    }
}

impl FromRequestParts<AppState> for Profile {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, _: &AppState) -> Result<Self, Problem> {
        let header = parts.headers.get(PROFILE_HEADER);
        let text = header.and_then(|value| value.to_str().ok());
        Profile::read(text.ok_or(Problem::NO_PROFILE)?)
    }
}

impl FromRequestParts<AppState> for SignedIn {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, state: &AppState) -> Result<Self, Problem> {
        let profile = Profile::from_request_parts(parts, state).await?;
        Self::find(state, profile, &parts.headers).await
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const NAME: &str = "00112233445566778899aabbccddeeff";

    #[test]
    fn one_profile_never_reads_the_cookie_of_another() {
        let profile = Profile::read(NAME).unwrap();
        let mut headers = HeaderMap::new();
        let cookies = format!("approdo_{}=theirs; approdo_{NAME}=mine", "0".repeat(32));
        headers.insert(header::COOKIE, cookies.parse().unwrap());
        assert_eq!(profile.token(&headers, false), Some("mine"));
        assert_eq!(profile.token(&headers, true), None);
    }

    #[test]
    fn under_tls_the_cookie_is_bound_to_this_host() {
        let cookie = Profile::read(NAME).unwrap().cookie("t", true).unwrap();
        let cookie = cookie.to_str().unwrap();
        assert!(cookie.starts_with("__Host-approdo_"), "{cookie}");
        assert!(
            cookie.ends_with("HttpOnly; SameSite=Strict; Secure"),
            "{cookie}"
        );
    }

    #[test]
    fn what_is_no_profile_never_becomes_part_of_a_cookie() {
        for text in [
            "",
            "abc",
            "../../../../../../../../etc/passwd",
            "AABB; Domain=x",
        ] {
            assert_eq!(Profile::read(text), Err(Problem::NO_PROFILE), "{text}");
        }
    }
}
