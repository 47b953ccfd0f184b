//! What is said to a client for whom there is no place.

use std::time::Duration;

use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::TcpStream,
    time::timeout,
};

/// How long that may take.
const PATIENCE: Duration = Duration::from_secs(1);

/// The whole answer: its request is not read, so that there is no language to put words in.
const ANSWER: &[u8] = b"HTTP/1.1 503 Service Unavailable\r\n\
    connection: close\r\n\
    retry-after: 3\r\n\
    cache-control: no-store\r\n\
    x-content-type-options: nosniff\r\n\
    content-length: 0\r\n\r\n";

/// Says it, and closes.
pub(super) async fn tell(mut stream: TcpStream) {
    let told = async {
        stream.write_all(ANSWER).await?;
        stream.shutdown().await?;
        // Closed with its request unread, the connection would be reset, and the answer lost.
        let mut unread = [0; 1024];
        while stream.read(&mut unread).await? > 0 {}
        std::io::Result::Ok(())
    };
    // Whoever does not listen misses it.
    let _ = timeout(PATIENCE, told).await;
}
