//! A connection whose client must take what it is given.

use std::{
    io::{self, IoSlice},
    pin::Pin,
    task::{Context, Poll},
    time::Duration,
};

use tokio::{
    io::{AsyncRead, AsyncWrite, ReadBuf},
    net::TcpStream,
    time::{Instant, Sleep, sleep},
};

/// In this time a client that is behind must take [`LEAST`] bytes.
const WINDOW: Duration = Duration::from_secs(10);
/// A modem of the last century takes more.
const LEAST: usize = 8 * 1024;

/// A stream that ends when its client is behind, and takes hardly anything.
pub(super) struct Paced {
    stream: TcpStream,
    /// How long the client may be behind; only there while it is.
    behind: Option<Pin<Box<Sleep>>>,
    taken: usize,
}

impl Paced {
    pub(super) const fn new(stream: TcpStream) -> Self {
        Self { stream, behind: None, taken: 0 }
    }

    /// Follows a write of `offered` bytes.
    fn follow(
        &mut self,
        context: &mut Context<'_>,
        offered: usize,
        written: Poll<io::Result<usize>>,
    ) -> Poll<io::Result<usize>> {
        let is_behind = match written {
            Poll::Ready(Ok(taken)) => {
                self.taken += taken;
                taken < offered
            }
            Poll::Ready(Err(_)) => false,
            Poll::Pending => true,
        };
        if !is_behind {
            self.behind = None;
        } else if self.is_given_up(context) {
            return Poll::Ready(Err(io::ErrorKind::TimedOut.into()));
        }
        written
    }

    fn is_given_up(&mut self, context: &mut Context<'_>) -> bool {
        let behind = self.behind.get_or_insert_with(|| {
            self.taken = 0;
            Box::pin(sleep(WINDOW))
        });
        while behind.as_mut().poll(context).is_ready() {
            if self.taken < LEAST {
                return true;
            }
            self.taken = 0;
            behind.as_mut().reset(Instant::now() + WINDOW);
        }
        false
    }
}

impl AsyncRead for Paced {
    fn poll_read(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        buffer: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_read(context, buffer)
    }
}

impl AsyncWrite for Paced {
    fn poll_write(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        bytes: &[u8],
    ) -> Poll<io::Result<usize>> {
        let written = Pin::new(&mut self.stream).poll_write(context, bytes);
        self.follow(context, bytes.len(), written)
    }

    fn poll_write_vectored(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        slices: &[IoSlice<'_>],
    ) -> Poll<io::Result<usize>> {
        let written = Pin::new(&mut self.stream).poll_write_vectored(context, slices);
        self.follow(context, slices.iter().map(|slice| slice.len()).sum(), written)
    }

    fn is_write_vectored(&self) -> bool {
        self.stream.is_write_vectored()
    }

    fn poll_flush(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_flush(context)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_shutdown(context)
    }
}
