//! What is done wrong on purpose is found.

use domain::{command::OperatorCommand, company::CompanyName};
use server::portal::{Failure, door::Door};

use super::{Asked, whole_or_not_at_all, writes};
use crate::support::{Installation, cast::LUMIERE};

/// Something that is done wrong.
struct Wrong {
    installation: Installation,
    how: How,
}

#[derive(Clone, Copy)]
enum How {
    /// It does not heed that the last write failed.
    Heedless,
    /// It commits before it is done.
    Halfway,
}

impl Wrong {
    async fn new(how: How) -> Self {
        Self { installation: Installation::faulty().await, how }
    }

    async fn add(&self, location: &str) -> OperatorCommand {
        OperatorCommand::AddLocation {
            company: self.installation.company(LUMIERE).await.parse().unwrap(),
            name: CompanyName::parse(location).unwrap(),
            country: "NO".parse().unwrap(),
        }
    }

    async fn try_act(&self) -> Result<(), Failure> {
        let store = &self.installation.store;
        let mut tx = store.database().begin().await?;
        let _ = Door(store).operate_in(&mut tx, None, self.add("Oslo").await).await?;
        match self.how {
            How::Heedless => drop(writes(&mut tx).await),
            How::Halfway => {
                tx.commit().await?;
                tx = store.database().begin().await?;
                let _ = Door(store).operate_in(&mut tx, None, self.add("Bergen").await).await?;
            }
        }
        Ok(tx.commit().await?)
    }
}

impl Asked for Wrong {
    fn installation(&self) -> &Installation {
        &self.installation
    }

    async fn is_done(&mut self) -> bool {
        self.try_act().await.is_ok()
    }
}

#[tokio::test]
#[should_panic(expected = "answered as done, in spite of")]
async fn what_is_answered_as_done_in_spite_of_a_fault_is_found() {
    whole_or_not_at_all(&mut Wrong::new(How::Heedless).await).await;
}

#[tokio::test]
#[should_panic(expected = "half done: FromThen(")]
async fn what_is_half_done_is_found() {
    whole_or_not_at_all(&mut Wrong::new(How::Halfway).await).await;
}
