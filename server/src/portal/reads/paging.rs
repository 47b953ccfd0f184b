//! Pages of a list.

/// One page of a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Paging {
    /// The page that is shown, from 1.
    pub page: u32,
    /// How many there are; an empty list has one.
    pub pages: u32,
    /// The rows of a full page.
    pub size: u32,
}

impl Paging {
    /// The page `asked` for of a list of `rows`, or the nearest that there is.
    pub fn of(rows: u32, size: u32, asked: u32) -> Self {
        let pages = rows.div_ceil(size.max(1)).max(1);
        Self { page: asked.clamp(1, pages), pages, size }
    }

    /// The page that shows the row at `place` of the list, whichever was asked for.
    pub fn showing(self, place: Option<usize>) -> Self {
        let page =
            place.and_then(|place| u32::try_from(place).ok()).map(|place| place / self.size.max(1) + 1);
        Self { page: page.unwrap_or(self.page), ..self }
    }

    /// The rows before the page.
    pub const fn offset(self) -> u32 {
        self.page.saturating_sub(1).saturating_mul(self.size)
    }

    /// The rows of the page, of all those that match.
    pub fn cut<T>(self, rows: Vec<T>) -> Vec<T> {
        let number = |rows: u32| usize::try_from(rows).unwrap_or(usize::MAX);
        rows.into_iter().skip(number(self.offset())).take(number(self.size)).collect()
    }
}

/// What a column of the address says: its name, and whether it is turned round.
pub(super) fn column(sort: &str) -> (&str, bool) {
    sort.strip_prefix('-').map_or((sort, false), |name| (name, true))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_that_does_not_exist_is_the_nearest_that_does() {
        assert_eq!(Paging::of(0, 50, 7), Paging { page: 1, pages: 1, size: 50 });
        assert_eq!(Paging::of(50, 50, 2), Paging { page: 1, pages: 1, size: 50 });
        assert_eq!(Paging::of(51, 50, 9), Paging { page: 2, pages: 2, size: 50 });
        assert_eq!(Paging::of(51, 50, 0).page, 1);
    }

    #[test]
    fn the_page_of_a_row_is_shown_whichever_is_asked_for() {
        let paging = Paging::of(120, 50, 1);
        assert_eq!([0, 49, 50, 119].map(|place| paging.showing(Some(place)).page), [1, 1, 2, 3]);
        assert_eq!(Paging::of(120, 50, 2).showing(None).page, 2);
    }

    #[test]
    fn the_last_page_holds_the_rest() {
        let rows: Vec<u32> = (0..120).collect();
        assert_eq!(Paging::of(120, 50, 3).cut(rows), (100..120).collect::<Vec<_>>());
    }
}
