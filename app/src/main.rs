//! Mounts the client on the page.

fn main() {
    approdo_app::start();
}
