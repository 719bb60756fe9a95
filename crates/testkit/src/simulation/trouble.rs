//! What happens to devices and server besides typing: tabs killed, profiles cloned, clocks put wrong,
//! full disks, other people's sessions, backups brought back.

use super::network::Partition;
use super::world::{BRUNO, World};
use approdo_sync::machine::Event;

const DAY_MS: i64 = 86_400_000;
const MOST_DEVICES: usize = 5;
/// So often a server is restored in one world.
const MOST_RESTORES: usize = 2;

impl World {
    /// Lets chance decide what happens next.
    pub(super) fn step(&mut self) {
        let index = self.chance.below(self.devices.len());
        match self.chance.below(100) {
            0..43 => {
                let device = &mut self.devices[index];
                self.record
                    .edit(&mut self.chance, index, device, self.document);
            }
            43..67 => self.network.borrow_mut().step(),
            67..85 => self.clock.advance(200 + self.chance.below(3_000) as u64),
            85..88 => self.toggle_network(index),
            88..90 => self.devices[index].tell(Event::Poked),
            90..92 => self.devices[index].tell(Event::BecameVisible),
            92..95 => self.trouble_with_device(index),
            95..97 => self.trouble_on_device(index),
            _ => self.trouble_with_server(),
        }
    }

    fn toggle_network(&mut self, index: usize) {
        let device = &mut self.devices[index];
        match self.chance.below(5) {
            0 => device.tell(Event::WentOffline),
            1 => device.set_partition(Partition::NothingOut),
            2 => device.set_partition(Partition::NothingBack),
            _ => {
                device.set_partition(Partition::Whole);
                device.tell(Event::CameOnline);
            }
        }
    }

    fn trouble_with_device(&mut self, index: usize) {
        let next = self.devices.len();
        let has_room = next < MOST_DEVICES;
        let device = &mut self.devices[index];
        let what = self.chance.below(6);
        self.trace
            .note(format_args!("trouble {what} with device {index}"));
        match what {
            0 if has_room => {
                let twin = device.clone_profile(next);
                self.devices.push(twin);
            }
            1 if has_room => {
                let twin = device.clone_running(next);
                self.devices.push(twin);
            }
            2 => {
                let days = *self.chance.one_of(&[-3, 0, 3, 26_000]);
                device.set_skew(days * DAY_MS);
            }
            3 => device.open_tab(),
            _ => device.restart(),
        }
    }

    fn trouble_on_device(&mut self, index: usize) {
        let device = &mut self.devices[index];
        let what = self.chance.below(8);
        self.trace
            .note(format_args!("trouble {what} on device {index}"));
        match what {
            0 => device.store().set_full(true),
            1 => device.store().set_full(false),
            2 => device.set_session(Some(BRUNO)),
            3 => {
                device.tell(Event::Unlinked);
                device.set_session(None);
            }
            4 => {
                let account = device.account();
                device.set_session(account);
                device.tell(Event::Linked);
            }
            5 => {
                let closed = self.closed;
                self.record
                    .write_where_not_allowed(&mut self.chance, index, device, closed);
            }
            _ => {
                self.write_by_newer_version(index);
            }
        }
    }

    fn trouble_with_server(&mut self) {
        let what = self.chance.below(7);
        self.trace.note(format_args!("trouble {what} with server"));
        match what {
            0 | 1 => self.snapshot = Some(self.server.snapshot()),
            2 if self.restores < MOST_RESTORES => {
                if let Some(snapshot) = &self.snapshot {
                    self.server.restore(snapshot);
                    self.restores += 1;
                }
            }
            3 | 4 => {
                let operations = self.server.all_operations();
                let head = self.chance.one_of(&operations).id;
                self.compact(head);
            }
            5 => self.network.borrow_mut().restart_server(),
            _ => {}
        }
    }
}
