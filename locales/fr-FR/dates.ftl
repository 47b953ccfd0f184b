### Days, and how far they are from today.

## Distance, alone or after a date

dates-distance-today = aujourd’hui
dates-distance-tomorrow = demain
dates-distance-yesterday = hier
# Variables:
#   $days (Number) - days from today, 2 or more
dates-distance-future =
    { $days ->
        [one] dans { $days } jour
       *[other] dans { $days } jours
    }
# Variables:
#   $days (Number) - days until today, 2 or more
dates-distance-past =
    { $days ->
        [one] il y a { $days } jour
       *[other] il y a { $days } jours
    }

## A date with its distance

# Variables:
#   $date (Date) - the day
#   $distance (String) - one of the distances above
dates-day-distance = { DATETIME($date, dateStyle: "long") }, { $distance }
