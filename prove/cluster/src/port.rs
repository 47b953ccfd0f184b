//! The ports of clusters: below those that the system gives to whoever asks for any, and of one cluster each.
//!
//! A port that the system gave and that was given back at once may be anybody's a moment later, all the more while a
//! cluster is stopped. So the number comes from where the system gives none, and a name of the same number is held, which
//! the kernel frees with its process.

use std::{
    io::{self, Error, ErrorKind},
    net::{Ipv4Addr, TcpListener},
    os::{
        linux::net::SocketAddrExt,
        unix::net::{SocketAddr, UnixListener},
    },
    process,
};

/// The first of them, and how many there are. Unless somebody has changed it, the system gives those from 32,768 on.
const FIRST: u16 = 20_000;
const COUNT: u16 = 10_000;

/// A port of this machine that no other cluster takes before this value goes.
#[derive(Debug)]
pub struct Port {
    number: u16,
    _held: UnixListener,
}

impl Port {
    /// Takes one on which nobody listens.
    pub fn reserve() -> io::Result<Self> {
        // Processes that begin together begin at different ones.
        let begin = u16::try_from(process::id() % u32::from(COUNT)).unwrap_or_default();
        for step in 0..COUNT {
            let number = FIRST + (begin + step) % COUNT;
            match Self::taken(number) {
                Err(error) if error.kind() == ErrorKind::AddrInUse => {}
                taken => return taken,
            }
        }
        Err(Error::new(ErrorKind::AddrInUse, "no port is free"))
    }

    fn taken(number: u16) -> io::Result<Self> {
        let name = SocketAddr::from_abstract_name(format!("atout-cluster-{number}"))?;
        let held = UnixListener::bind_addr(&name)?;
        // A server that outlives who has started it has the port and no name.
        TcpListener::bind((Ipv4Addr::LOCALHOST, number))?;
        Ok(Self { number, _held: held })
    }

    /// Its number.
    pub const fn number(&self) -> u16 {
        self.number
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Beside those of clusters, which others start meanwhile.
    fn outside(test: u16) -> u16 {
        FIRST + COUNT + u16::try_from(process::id() % 1_000).unwrap() * 2 + test
    }

    #[test]
    fn two_clusters_never_have_the_same_port() {
        let (one, other) = (Port::reserve().unwrap(), Port::reserve().unwrap());
        assert_ne!(one.number(), other.number());
    }

    #[test]
    fn a_port_is_taken_until_it_is_given_back_also_while_nobody_listens() {
        let port = Port::taken(outside(0)).unwrap();
        assert_eq!(Port::taken(outside(0)).unwrap_err().kind(), ErrorKind::AddrInUse);
        drop(port);
        assert_eq!(Port::taken(outside(0)).unwrap().number(), outside(0));
    }

    #[test]
    fn a_port_on_which_somebody_listens_is_not_taken() {
        let _server = TcpListener::bind((Ipv4Addr::LOCALHOST, outside(1))).unwrap();
        assert_eq!(Port::taken(outside(1)).unwrap_err().kind(), ErrorKind::AddrInUse);
    }
}
