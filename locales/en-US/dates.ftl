### Days, and how far they are from today.

## Distance, alone or after a date

dates-distance-today = today
dates-distance-tomorrow = tomorrow
dates-distance-yesterday = yesterday
# Variables:
#   $days (Number) - days from today, 2 or more
dates-distance-future =
    { $days ->
        [one] in { $days } day
       *[other] in { $days } days
    }
# Variables:
#   $days (Number) - days until today, 2 or more
dates-distance-past =
    { $days ->
        [one] { $days } day ago
       *[other] { $days } days ago
    }

## A date with its distance

# Variables:
#   $date (Date) - the day
#   $distance (String) - one of the distances above
dates-day-distance = { DATETIME($date, dateStyle: "long") }, { $distance }
