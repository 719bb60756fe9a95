//! Linking devices: codes, words, expiry, limits, recovery.

#![expect(clippy::unwrap_used, reason = "a test stops at what it did not expect")]

mod support;

use reqwest::StatusCode;
use serde_json::{Value, json};
use support::{Device, TestServer};

async fn open_link(owner: &Device) -> (String, String) {
    let answer = owner.post("/api/v1/links", json!({})).await;
    let answer: Value = answer.json().await.unwrap();
    assert_eq!(answer["expires_in_seconds"], 300);
    let text = |name: &str| answer[name].as_str().unwrap().to_owned();
    (text("link"), text("code"))
}

async fn view(owner: &Device, link: &str) -> Value {
    let answer = owner.get(&format!("/api/v1/links/{link}")).await;
    answer.json().await.unwrap()
}

async fn settle(owner: &Device, link: &str, decision: &str) -> StatusCode {
    let path = format!("/api/v1/links/{link}/{decision}");
    owner.post(&path, json!({})).await.status()
}

async fn claim(device: &Device, code: &str) -> Value {
    let answer = device.claim(code).await;
    assert_eq!(answer.status(), StatusCode::OK);
    answer.json().await.unwrap()
}

async fn problem(answer: reqwest::Response) -> (u16, String) {
    let status = answer.status().as_u16();
    assert_eq!(answer.headers()["content-type"], "application/problem+json");
    let problem: Value = answer.json().await.unwrap();
    assert_eq!(problem["status"], status);
    let name = problem["type"].as_str().unwrap();
    let name = name.strip_prefix("urn:approdo:problem:").unwrap();
    (status, name.to_owned())
}

#[tokio::test]
async fn both_devices_show_the_same_word_and_the_session_is_given_once() {
    let server = TestServer::start().await;
    let phone = server.linked(1).await;
    let library = server.device(2);
    let (link, code) = open_link(&phone).await;
    assert_eq!(view(&phone, &link).await["state"], "open");
    let typed = format!(" {}-{} ", &code[..4].to_lowercase(), &code[4..]);
    let claimed = claim(&library, &typed).await;
    let seen = view(&phone, &link).await;
    assert_eq!(seen["state"], "claimed");
    assert_eq!(seen["matching_word"], claimed["matching_word"]);
    assert_eq!(seen["device_name"], "Firefox su Windows");
    let token = claimed["claim"].as_str().unwrap();
    assert_eq!(library.take(token).await, json!({"state": "waiting"}));
    assert_eq!(library.get("/api/v1/session").await.status(), 401);
    assert_eq!(settle(&phone, &link, "confirm").await, 204);
    assert_eq!(library.take(token).await["state"], "confirmed");
    assert_eq!(library.get("/api/v1/session").await.status(), 200);
    let thief = server.device(3);
    assert_eq!(thief.take(token).await, json!({"state": "expired"}));
    assert_eq!(thief.get("/api/v1/session").await.status(), 401);
    assert_eq!(view(&phone, &link).await["state"], "confirmed");
}

#[tokio::test]
async fn a_code_works_once_and_a_new_one_ends_the_earlier() {
    let server = TestServer::start().await;
    let phone = server.linked(1).await;
    let (_, first) = open_link(&phone).await;
    let (_, second) = open_link(&phone).await;
    let library = server.device(2);
    let refused = (404, "wrong-code".to_owned());
    assert_eq!(problem(library.claim(&first).await).await, refused);
    claim(&library, &second).await;
    assert_eq!(
        problem(server.device(3).claim(&second).await).await,
        refused
    );
}

#[tokio::test]
async fn five_minutes_later_a_code_no_longer_works() {
    let server = TestServer::start().await;
    let phone = server.linked(1).await;
    let (link, code) = open_link(&phone).await;
    server.clock.advance_seconds(300);
    assert_eq!(server.device(2).claim(&code).await.status(), 404);
    assert_eq!(view(&phone, &link).await["state"], "expired");
}

#[tokio::test]
async fn a_claim_that_nobody_confirms_in_time_gives_no_session() {
    let server = TestServer::start().await;
    let phone = server.linked(1).await;
    let library = server.device(2);
    let (link, code) = open_link(&phone).await;
    let claimed = claim(&library, &code).await;
    server.clock.advance_seconds(300);
    let refused = settle(&phone, &link, "confirm").await;
    assert_eq!(refused, StatusCode::CONFLICT);
    let token = claimed["claim"].as_str().unwrap();
    assert_eq!(library.take(token).await["state"], "expired");
}

#[tokio::test]
async fn when_the_word_is_another_the_owner_says_no_and_nothing_is_given() {
    let server = TestServer::start().await;
    let phone = server.linked(1).await;
    let stranger = server.device(2);
    let (link, code) = open_link(&phone).await;
    let claimed = claim(&stranger, &code).await;
    assert_eq!(settle(&phone, &link, "reject").await, 204);
    assert_eq!(settle(&phone, &link, "confirm").await, StatusCode::CONFLICT);
    let token = claimed["claim"].as_str().unwrap();
    assert_eq!(stranger.take(token).await, json!({"state": "rejected"}));
    assert_eq!(stranger.get("/api/v1/session").await.status(), 401);
}

#[tokio::test]
async fn only_the_owner_sees_and_settles_an_attempt() {
    let server = TestServer::start().await;
    let phone = server.linked(1).await;
    let other = server.linked(4).await;
    let (link, code) = open_link(&phone).await;
    claim(&server.device(2), &code).await;
    assert_eq!(
        other.get(&format!("/api/v1/links/{link}")).await.status(),
        404
    );
    assert_eq!(settle(&other, &link, "confirm").await, StatusCode::CONFLICT);
    assert_eq!(settle(&server.device(5), &link, "confirm").await, 401);
    assert_eq!(view(&phone, &link).await["state"], "claimed");
}

#[tokio::test]
async fn ten_wrong_codes_make_even_the_right_one_wait() {
    let server = TestServer::start().await;
    let phone = server.linked(1).await;
    let guesser = server.device(2);
    for _ in 0..10 {
        assert_eq!(guesser.claim("AAAAAAAA").await.status(), 404);
    }
    let (_, code) = open_link(&phone).await;
    let refused = guesser.claim(&code).await;
    assert_eq!(refused.headers()["retry-after"], "300");
    assert_eq!(
        problem(refused).await,
        (429, "too-many-attempts".to_owned())
    );
    server.clock.advance_seconds(300);
    let (_, code) = open_link(&phone).await;
    claim(&guesser, &code).await;
}

#[tokio::test]
async fn a_recovery_code_brings_the_account_back_and_a_new_one_replaces_it() {
    let server = TestServer::start().await;
    let phone = server.linked(1).await;
    let make = async || -> String {
        let answer = phone.post("/api/v1/recovery-code", json!({})).await;
        let answer: Value = answer.json().await.unwrap();
        answer["code"].as_str().unwrap().to_owned()
    };
    let recover = async |device: &Device, code: &str| {
        let profile = device.transport.profile();
        let body = json!({"code": code, "profile": profile, "device_name": "Nuovo telefono"});
        device.post("/api/v1/recover", body).await
    };
    let first = make().await;
    let second = make().await;
    let new_phone = server.device(2);
    assert_eq!(recover(&new_phone, &first).await.status(), 404);
    let answer = recover(&new_phone, &second.to_lowercase().replace('-', "")).await;
    let answer: Value = answer.json().await.unwrap();
    let before: Value = phone.get("/api/v1/session").await.json().await.unwrap();
    let now: Value = new_phone.get("/api/v1/session").await.json().await.unwrap();
    assert_eq!(answer["account"], before["account"]);
    assert_eq!(now["account"], before["account"]);
    assert_ne!(now["device"], before["device"]);
}

#[tokio::test]
async fn asking_twice_for_an_account_gives_the_same_one() {
    let server = TestServer::start().await;
    let phone = server.linked(1).await;
    let body = json!({"profile": phone.transport.profile(), "device_name": "Chrome"});
    let again: Value = phone
        .post("/api/v1/accounts", body)
        .await
        .json()
        .await
        .unwrap();
    let session: Value = phone.get("/api/v1/session").await.json().await.unwrap();
    assert_eq!(again["account"], session["account"]);
}

#[tokio::test]
async fn two_profiles_of_one_browser_have_sessions_of_their_own() {
    let server = TestServer::start().await;
    let mother = server.linked(1).await;
    let son = server.linked(2).await;
    let both = [mother.transport.cookie(), son.transport.cookie()].map(Option::unwrap);
    mother.transport.set_cookie(both.join("; "));
    son.transport.set_cookie(both.join("; "));
    let of_mother: Value = mother.get("/api/v1/session").await.json().await.unwrap();
    let of_son: Value = son.get("/api/v1/session").await.json().await.unwrap();
    assert_ne!(of_mother["account"], of_son["account"]);
}

#[tokio::test]
async fn a_device_name_is_short_and_visible() {
    let server = TestServer::start().await;
    let device = server.device(1);
    for name in ["", "   ", "a\nb", &"x".repeat(61)] {
        let body = json!({"profile": device.transport.profile(), "device_name": name});
        let refused = device.post("/api/v1/accounts", body).await;
        assert_eq!(
            problem(refused).await,
            (422, "bad-value".to_owned()),
            "{name}"
        );
    }
}

#[tokio::test]
async fn pages_of_other_sites_change_nothing() {
    let server = TestServer::start().await;
    let phone = server.linked(1).await;
    for (name, value) in [
        ("sec-fetch-site", "cross-site"),
        ("origin", "https://evil.example"),
    ] {
        let request = phone
            .transport
            .request(reqwest::Method::POST, "/api/v1/links")
            .header(name, value);
        let refused = phone.transport.send(request).await.unwrap();
        assert_eq!(problem(refused).await, (403, "cross-site".to_owned()));
    }
}
