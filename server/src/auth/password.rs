//! Passwords: which ones do, and how they are hashed.
//!
//! Owns argon2id and its cost; refuses to keep a password longer than the hashing takes.

mod guessable;

use std::sync::Arc;

use app::flash::PasswordRefusal;
use argon2::{
    Algorithm, Argon2, Params, PasswordHasher, PasswordVerifier, Version, password_hash::phc::PasswordHash,
};
use secrecy::{ExposeSecret, SecretString};
use tokio::sync::Semaphore;

const MEMORY_KIB: u32 = 46 * 1024;
/// Hashing takes 46 MiB each, and this many at once at most: a crowd at the door waits instead of filling the memory.
const SLOTS: usize = 2;
/// Verified when there is no password to verify, so that an unknown address takes as long as a known one. Nobody knows
/// a password with this hash.
const NOBODY: &str =
    "$argon2id$v=19$m=47104,t=1,p=1$bm9ib2R5IGhhcyB0aGlz$Tm8gcGFzc3dvcmQgaXMga25vd24gdG8gaGF2ZSBpdCE";

/// Holds a new password to the rule. Rules of composition make weaker ones: beside its length, it must only not be among
/// those that are tried first.
///
/// # Errors
/// [`PasswordRefusal`] that says what is wrong with it.
pub fn check(password: &SecretString, address: &str) -> Result<(), PasswordRefusal> {
    let password = password.expose_secret();
    let characters = password.chars().count();
    if characters < usize::from(PasswordRefusal::LEAST) {
        Err(PasswordRefusal::TooShort { least: PasswordRefusal::LEAST })
    } else if characters > usize::from(PasswordRefusal::MOST) {
        Err(PasswordRefusal::TooLong { most: PasswordRefusal::MOST })
    } else if password.trim().to_lowercase() == address.trim().to_lowercase() {
        Err(PasswordRefusal::IsAddress)
    } else if guessable::is_guessable(password, address) {
        Err(PasswordRefusal::Common)
    } else {
        Ok(())
    }
}

/// What verifying a password found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// It is not the password.
    Wrong,
    /// It is the password.
    Right,
    /// It is the password, hashed at an earlier cost: to be hashed again while it is at hand.
    Outdated,
}

/// Hashing did not take place: the machine has no memory for it, or the process is ending.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a password could not be hashed")]
pub struct HashError;

/// Hashes passwords, few at a time.
#[derive(Clone, Debug)]
pub struct Hasher {
    slots: Arc<Semaphore>,
}

impl Hasher {
    /// A hasher with all its slots free.
    #[must_use]
    pub fn new() -> Self {
        Self { slots: Arc::new(Semaphore::new(SLOTS)) }
    }

    /// The PHC string of a new password.
    ///
    /// # Errors
    /// [`HashError`] when it could not be hashed.
    pub async fn hash(&self, password: SecretString) -> Result<SecretString, HashError> {
        self.run(move || {
            let hash = argon2()?.hash_password(password.expose_secret().as_bytes()).map_err(|_| HashError)?;
            Ok(SecretString::from(hash.to_string()))
        })
        .await
    }

    /// Compares a password with a PHC string, or with nobody's when there is none, in the same time.
    ///
    /// # Errors
    /// [`HashError`] when it could not be hashed.
    pub async fn verify(
        &self,
        password: SecretString,
        phc: Option<SecretString>,
    ) -> Result<Verdict, HashError> {
        self.run(move || {
            let phc = phc.as_ref().map_or(NOBODY, |phc| phc.expose_secret());
            let hash = PasswordHash::new(phc).map_err(|_| HashError)?;
            Ok(match argon2()?.verify_password(password.expose_secret().as_bytes(), &hash) {
                Ok(()) if phc.starts_with(&format!("$argon2id$v=19$m={MEMORY_KIB},t=1,p=1$")) => {
                    Verdict::Right
                }
                Ok(()) => Verdict::Outdated,
                Err(_) => Verdict::Wrong,
            })
        })
        .await
    }

    async fn run<T: Send + 'static>(
        &self,
        work: impl FnOnce() -> Result<T, HashError> + Send + 'static,
    ) -> Result<T, HashError> {
        let slot = Arc::clone(&self.slots).acquire_owned().await.map_err(|_| HashError)?;
        // The slot goes with the work: a browser that hangs up must not free it while the memory is still taken.
        let working = tokio::task::spawn_blocking(move || {
            let done = work();
            drop(slot);
            done
        });
        working.await.map_err(|_| HashError)?
    }
}

impl Default for Hasher {
    fn default() -> Self {
        Self::new()
    }
}

fn argon2() -> Result<Argon2<'static>, HashError> {
    let params = Params::new(MEMORY_KIB, 1, 1, None).map_err(|_| HashError)?;
    Ok(Argon2::new(Algorithm::Argon2id, Version::V0x13, params))
}

#[cfg(test)]
mod tests {
    use super::*;

    const ADDRESS: &str = "Alice.Martin@acme.example";

    fn checked(password: &str) -> Result<(), PasswordRefusal> {
        check(&SecretString::from(password), ADDRESS)
    }

    #[test]
    fn length_is_counted_in_characters() {
        assert_eq!(checked("onze caract"), Err(PasswordRefusal::TooShort { least: 12 }));
        assert_eq!(checked("douze caract"), Ok(()));
        let sentences = "été à Nîmes, où l’eau est tiède. ".repeat(10);
        let long = |count| sentences.chars().cycle().take(count).collect::<String>();
        assert_eq!(checked(&long(128)), Ok(()));
        assert_eq!(checked(&long(129)), Err(PasswordRefusal::TooLong { most: 128 }));
    }

    #[test]
    fn the_address_is_no_password() {
        assert_eq!(checked(" alice.martin@ACME.example"), Err(PasswordRefusal::IsAddress));
    }

    #[test]
    fn letters_digits_and_signs_are_not_asked_for() {
        assert_eq!(checked("correct horse battery staple"), Ok(()));
    }

    #[tokio::test]
    async fn a_password_is_right_for_its_own_hash_only() {
        let hasher = Hasher::new();
        let phc = hasher.hash(SecretString::from("correct horse battery")).await.unwrap();
        assert!(phc.expose_secret().starts_with("$argon2id$v=19$m=47104,t=1,p=1$"));
        let verify = |password: &str| hasher.verify(SecretString::from(password), Some(phc.clone()));
        assert_eq!(verify("correct horse battery").await, Ok(Verdict::Right));
        assert_eq!(verify("Correct horse battery").await, Ok(Verdict::Wrong));
        assert_eq!(verify("correct horse battery ").await, Ok(Verdict::Wrong));
    }

    #[tokio::test]
    async fn a_hash_of_an_earlier_cost_is_right_but_outdated() {
        let params = Params::new(19 * 1024, 2, 1, None).unwrap();
        let earlier = Argon2::new(Algorithm::Argon2id, Version::V0x13, params);
        let phc = SecretString::from(earlier.hash_password(b"correct horse battery").unwrap().to_string());
        let verdict = Hasher::new().verify(SecretString::from("correct horse battery"), Some(phc)).await;
        assert_eq!(verdict, Ok(Verdict::Outdated));
    }

    #[tokio::test]
    async fn nobody_has_a_hash_of_today_s_cost_and_no_password() {
        let nobody = PasswordHash::new(NOBODY).unwrap();
        let params = Params::try_from(&nobody).unwrap();
        assert_eq!((params.m_cost(), params.t_cost(), params.p_cost()), (MEMORY_KIB, 1, 1));
        let verdict = Hasher::new().verify(SecretString::from(""), None).await;
        assert_eq!(verdict, Ok(Verdict::Wrong));
    }
}
