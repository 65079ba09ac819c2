import type { MailView } from '../../../src/reports/mail/contract.ts'
import { sizeInWords } from '../../../src/shared/sizeInWords.ts'
import { fileAddress, rawAddress } from './queries.ts'

/** What was written, as words only, and what was attached, to save. Nothing of a mail is ever shown as it came. */
export function MailBody({ of }: { of: MailView }) {
  return (
    <>
      {of.words !== null && <p className="mail__words">{of.words || 'Kein Text.'}</p>}
      {(of.files.length > 0 || of.hasRaw) && (
        <ul className="mail__files" aria-label="Anlagen">
          {of.files.map(({ id, name, size, blocked }) => (
            <li key={id}>
              {blocked ? (
                <>{name}: gesperrt, weil ein Virenscanner anschlägt</>
              ) : (
                <a className="kern-link" href={fileAddress(of.id, id)} download>
                  {name} speichern ({sizeInWords(size)})
                </a>
              )}
            </li>
          ))}
          {of.hasRaw && (
            <li>
              <a className="kern-link" href={rawAddress(of.id)} download>
                Ganze E-Mail speichern, wie sie kam
              </a>
            </li>
          )}
        </ul>
      )}
    </>
  )
}
