//! The people of a company whom a typed text finds: `domain::company::finds`, as a statement.

use app::portal::Person;
use domain::{
    company::{finds, search_words},
    id::CompanyId,
};
use sqlx::AnyConnection;

use super::MOST_OFFERED;
use crate::db::{Error, count, parsed};

/// What a picker searches: the words of the name and of the address.
#[must_use]
pub fn search_key(name: &str, email: &str) -> String {
    search_words(&format!("{name} {email}")).join(" ")
}

/// How many words of what was typed a statement looks for.
const WORDS: usize = 3;

/// For each word of `text` the pattern that a search key matches, after a space is put before it, in which a word
/// begins like that one; where there are fewer, a pattern that every key matches.
#[must_use]
pub fn search_patterns(text: &str) -> [String; WORDS] {
    let mut words = search_words(text).into_iter();
    std::array::from_fn(|_| {
        words.next().map_or_else(|| "%".to_owned(), |word| format!("% {}%", escaped(&word)))
    })
}

/// The patterns of the search keys that begin with the whole of `text`, as with a full name, or end with it, as with an
/// address.
#[must_use]
fn whole_patterns(text: &str) -> [String; 2] {
    let whole = escaped(&search_words(text).join(" "));
    [format!("{whole} %"), format!("% {whole}")]
}

/// Takes away from `word` what it would mean in a pattern.
fn escaped(word: &str) -> String {
    word.replace('\\', "\\\\").replace('%', "\\%").replace('_', "\\_")
}

/// The people of the company whom `text` finds, and how many they are: all whose name or address it may be in full, and of
/// the others at least the first [`MOST_OFFERED`], by name. Those who have left are not among them.
///
/// # Errors
/// [`Error`] of the database.
pub async fn matching(
    connection: &mut AnyConnection,
    company: CompanyId,
    text: &str,
) -> Result<(Vec<Person>, u32), Error> {
    // Those few who have the first words of a long text are all read: the others of its words are looked for here.
    let most = match search_words(text).len() {
        0 => return Ok((Vec::new(), 0)),
        1..=WORDS => i64::try_from(MOST_OFFERED).unwrap_or(i64::MAX),
        _ => i64::MAX,
    };
    let (mut people, mut count) = matching_first_words(connection, company, text, most).await?;
    if most == i64::MAX {
        people.retain(|person| finds(text, &person.name, &person.email));
        count = u32::try_from(people.len()).unwrap_or(u32::MAX);
    }
    Ok((people, count))
}

/// The people who have the first words of `text`, those among the first `most` and all whose name or address it may be;
/// and how many have those words.
async fn matching_first_words(
    connection: &mut AnyConnection,
    company: CompanyId,
    text: &str,
    most: i64,
) -> Result<(Vec<Person>, u32), Error> {
    let [first, second, third] = search_patterns(text);
    let [named, addressed] = whole_patterns(text);
    let rows: Vec<(String, String, String, i64)> = sqlx::query_as(
        "WITH matching AS (
             SELECT u.user_id, u.account_id,
                    CASE WHEN u.search_key LIKE $5 ESCAPE '\\' OR u.search_key LIKE $6 ESCAPE '\\' THEN 0 ELSE 1 END AS part,
                    ROW_NUMBER() OVER (ORDER BY u.search_key, u.user_id) AS position,
                    CAST(COUNT(*) OVER () AS BIGINT) AS people
             FROM users u
             WHERE u.company_id = $1
               AND u.removed_at IS NULL
               AND ' ' || u.search_key LIKE $2 ESCAPE '\\'
               AND ' ' || u.search_key LIKE $3 ESCAPE '\\'
               AND ' ' || u.search_key LIKE $4 ESCAPE '\\'
         )
         SELECT m.user_id, a.full_name, a.email, m.people
         FROM matching m
         JOIN accounts a ON a.account_id = m.account_id
         WHERE m.part = 0
            OR m.position <= $7
         ORDER BY m.part, m.position",
    )
    .bind(company.to_string())
    .bind(first)
    .bind(second)
    .bind(third)
    .bind(named)
    .bind(addressed)
    .bind(most)
    .fetch_all(connection)
    .await?;
    let count = rows.first().map_or(Ok(0), |row| count("users", "user_id", row.3))?;
    let person = |(user, name, email, _): (String, String, String, i64)| {
        Ok(Person { user: parsed("users", "user_id", &user)?, name, email })
    };
    Ok((rows.into_iter().map(person).collect::<Result<_, Error>>()?, count))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_search_key_is_made_of_folded_words() {
        assert_eq!(
            search_key("Marie-Claire D’Arc", "MC@Lumiere.example"),
            "marie claire d arc mc@lumiere.example"
        );
    }

    #[test]
    fn what_is_typed_means_itself_in_a_pattern() {
        assert_eq!(search_patterns("100% É_"), ["% 100\\%%", "% e\\_%", "%"]);
        assert_eq!(search_patterns(" "), ["%", "%", "%"]);
    }
}
