//! What the operator loads: the programme and the key stock. Neither travels as a command: a command is written down
//! whole in the log, and keys never are.

use domain::{
    event::Event,
    id::{AccountId, KeyId},
    programme::{Catalogue, ProductCode},
};
use secrecy::SecretString;

use super::{Door, Failure, Operation};
use crate::{
    db::{Tx, catalogues, software_keys},
    portal::{sealing, software::STOCK},
    random,
};

impl Door<'_> {
    /// Loads a programme whose faults were looked for before; the same version twice is loaded once.
    ///
    /// # Errors
    /// [`Failure`] of the database.
    pub async fn load_catalogue_in(self, tx: &mut Tx, catalogue: &Catalogue) -> Result<(), Failure> {
        let at = self.0.clock().now();
        if catalogues::changes::insert(tx, random::uuid(at), catalogue, at).await? {
            let event =
                Event::CatalogueLoaded { catalogue: catalogue.code.clone(), version: catalogue.version };
            let _ = Operation { tx, store: self.0, by: None, at }.log(None, &event).await?;
        }
        Ok(())
    }

    /// Puts keys of `product` into the stock, sealed.
    ///
    /// # Errors
    /// [`Failure`] of the database or the ring.
    pub async fn stock_keys_in(
        self,
        tx: &mut Tx,
        by: Option<AccountId>,
        product: &ProductCode,
        keys: Vec<SecretString>,
    ) -> Result<(), Failure> {
        let at = self.0.clock().now();
        let count = u32::try_from(keys.len()).unwrap_or(u32::MAX);
        let ring = sealing::ring(self.0, tx).await?;
        for key in keys {
            let id = KeyId::from_uuid(random::uuid(at));
            let sealed = ring.seal(STOCK, id, &key)?;
            software_keys::changes::stock(tx, id, product, &sealed, at).await?;
        }
        let event = Event::KeysStocked { product: product.clone(), count };
        let _ = Operation { tx, store: self.0, by, at }.log(None, &event).await?;
        Ok(())
    }
}
