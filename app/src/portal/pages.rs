//! Page views: what each read returns, one file for each page. Names of the catalogue come in both languages, so that a
//! switch fetches nothing.

mod account;
mod activity;
mod benefits;
mod dashboard;
mod seats;
mod sign_in;
mod software;
mod viewer;
mod visual_studio;

pub use account::{AccountPage, Browser, Maker, OpenSession, System};
pub use activity::{ActivityBenefit, ActivityPage, ActivityRow};
pub use benefits::{BenefitDetail, BenefitPage, BenefitRow, MembershipLine, Opening, OtherDetail, Source};
pub use dashboard::{Dashboard, MySeat, UnusedBenefit};
pub use seats::{SeatRow, SeatsPage};
pub use sign_in::{DemonstrationAccount, InvitationPage, SignInPage};
pub use software::{ActivationRow, KeyRow, SoftwareOpen};
pub use viewer::{Frame, Person, Viewer, Viewpoint};
pub use visual_studio::{Candidate, CountryUse, Found, Holding, LedgerRow, PoolOpen};
