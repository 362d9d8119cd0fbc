import './day-sheet.css'
import type { DaySheet } from '../../../shared/features/hearings.ts'
import type { CalendarDay } from '../../../shared/kernel/dates.ts'
import { showDay, showDayInFull } from '../../../shared/kernel/uk-dates.ts'
import { measureLabel } from '../../../shared/rules/special-measures.ts'
import {
  clientRequiredWords,
  daySheetWords as words,
  hearingQuestions as questions,
  kindWords,
  measureStateWords,
  modeWords,
} from '../../../shared/wording/hearings.ts'
import { whenLines } from '../../../shared/wording/when.ts'

type Listed = DaySheet['hearings'][number]

/** One day in court on one sheet of A4, in black on white. */
export function DaySheetPaper({ sheet, day }: { sheet: DaySheet; day: CalendarDay }) {
  return (
    <article className="wm-day-sheet">
      <header>
        <h1>{showDayInFull(day)}</h1>
        <p>
          {words.case} {sheet.reference}
        </p>
      </header>
      {sheet.hearings.map((hearing, index) => (
        // The hearings of one day keep their order while the sheet is printed.
        <OneHearing key={index} hearing={hearing} />
      ))}
      {sheet.openTasks.length > 0 && (
        <section>
          <h2>{words.toDo}</h2>
          <ul className="wm-day-sheet-tasks">
            {sheet.openTasks.map(title => (
              <li key={title}>{title}</li>
            ))}
          </ul>
        </section>
      )}
      <section className="wm-day-sheet-notes">
        <h2>{words.notes}</h2>
      </section>
    </article>
  )
}

function OneHearing({ hearing }: { hearing: Listed }) {
  const [, time] = whenLines(hearing.when)
  const { listingNote, kind, court, courtAddress, room, specialMeasures } = hearing
  return (
    <section>
      <div className="wm-day-sheet-top">
        <p className="wm-day-sheet-time">{time || words.noTime}</p>
        <div>
          <h2>{kindWords(kind)}</h2>
          <p>
            {[court, room].filter(Boolean).join(', ')}
            {listingNote !== null && ` · ${listingNote}`}
          </p>
          {courtAddress !== null && <p>{courtAddress}</p>}
        </div>
      </div>
      <dl>
        {rowsOf(hearing).map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
        <div>
          <dt>{questions.specialMeasures}</dt>
          <dd>
            {specialMeasures.length === 0
              ? words.none
              : specialMeasures.map(({ id, state, note }) => (
                  <span key={id} className="wm-day-sheet-measure">
                    {measureLabel(id)}: <strong>{measureStateWords[state].toLowerCase()}</strong>
                    {note !== null && ` (${note})`}
                  </span>
                ))}
          </dd>
        </div>
      </dl>
    </section>
  )
}

function rowsOf(hearing: Listed): [string, string][] {
  const rows: [string, string | null][] = [
    [questions.caseNumber, hearing.caseNumber],
    [questions.purpose, hearing.purpose],
    [questions.judge, hearing.judge],
    [questions.mode, modeWords[hearing.mode]],
    [questions.clientRequired, clientRequiredWords[hearing.clientRequired]],
    [questions.whoAttends, hearing.whoAttends],
    [questions.courtToldOn, hearing.courtToldOn && showDay(hearing.courtToldOn)],
    [questions.interpreter, hearing.interpreter],
    [questions.arrivalPlan, hearing.arrivalPlan],
    [questions.bring, hearing.bring],
  ]
  return rows.flatMap(([label, value]) => (value === null ? [] : [[label, value] satisfies [string, string]]))
}
