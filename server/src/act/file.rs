//! A file as the answer to a form: it goes out piece by piece, as fast as it is taken.

use std::{
    pin::Pin,
    task::{Context, Poll},
};

use app::portal::PortalError;
use axum::{
    body::{Body, Bytes},
    http::header,
    response::{IntoResponse, Response},
};
use hyper::body::{self, Frame};
use tokio::sync::mpsc;

use crate::{
    portal::{Failure, activity::Copy},
    requests,
};

/// Pieces that wait for a slow reader.
const WAITING: usize = 2;

/// The answer that holds `copy`. Its first piece is read before anything is sent, so that a fault is said as a fault.
///
/// # Errors
/// [`Failure`] of the database.
pub async fn answer(mut copy: Copy) -> Result<Response, Failure> {
    let name = format!("attachment; filename=\"{}\"", copy.name());
    let first = copy.head() + &copy.piece().await?.unwrap_or_default();
    let (sender, receiver) = mpsc::channel(WAITING);
    requests::spawn(write(copy, first, sender));
    let headers = [
        (header::CONTENT_TYPE, "text/csv; charset=utf-8".to_owned()),
        (header::CONTENT_DISPOSITION, name),
        (header::CACHE_CONTROL, "no-store".to_owned()),
    ];
    Ok((headers, Body::new(Pieces(receiver))).into_response())
}

/// What breaks the answer off, so that what has arrived is not taken for the whole.
#[derive(Debug, thiserror::Error)]
#[error("the file could not be written to its end")]
struct BrokenOff;

type Piece = Result<Bytes, BrokenOff>;

/// Writes until the end, a fault, or until nobody takes it any more.
async fn write(mut copy: Copy, first: String, sender: mpsc::Sender<Piece>) {
    let mut next = Ok(Some(first));
    while let Some(piece) = told(next).transpose() {
        let is_broken = piece.is_err();
        if sender.send(piece.map(Bytes::from)).await.is_err() || is_broken {
            return;
        }
        next = copy.piece().await;
    }
}

/// A fault is logged here: its reference cannot be shown any more.
fn told(piece: Result<Option<String>, Failure>) -> Result<Option<String>, BrokenOff> {
    piece.map_err(|failure| drop::<PortalError>(failure.told())).map_err(|()| BrokenOff)
}

struct Pieces(mpsc::Receiver<Piece>);

impl body::Body for Pieces {
    type Data = Bytes;
    type Error = BrokenOff;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, BrokenOff>>> {
        self.0.poll_recv(context).map(|piece| piece.map(|piece| piece.map(Frame::data)))
    }
}
