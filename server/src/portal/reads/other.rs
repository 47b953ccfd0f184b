//! An open row of Cloud, Technical benefits or Go-To-Market: what the catalogue says, and where it comes from.

use app::portal::OtherDetail;

use super::{look::Look, source::sources};
use crate::{db::benefits::Benefit, portal::Failure};

/// What the open row shows.
pub(super) async fn open(look: &mut Look<'_>, benefit: &Benefit) -> Result<OtherDetail, Failure> {
    let sources = sources(look, benefit).await?;
    let product = look.terms.product(&benefit.product)?;
    Ok(OtherDetail { summary: product.summary.clone(), details: product.details.clone(), sources })
}
