import { useQueryClient } from '@tanstack/react-query'
import { type AttachmentView, MEDIA_WORDS } from '../../src/cases/attachments/contract.ts'
import type { CaseView } from '../../src/cases/contract.ts'
import { sizeInWords } from '../../src/shared/sizeInWords.ts'
import { ConfirmButton } from '../admin/ConfirmButton.tsx'
import { announce } from '../platform/announce.ts'
import { useNow } from '../platform/now.ts'
import { useMe } from '../platform/session.ts'
import { momentOf } from '../platform/times.ts'
import { Card, useKeepFocus } from '../ui/index.ts'
import { AddFiles } from './AddFiles.tsx'
import { attachmentAddress, removeAttachment } from './queries.ts'
import { readCaseAgain, useUploads } from './uploads.ts'
import './attachments.css'

/** The files of a case, and the way to add some. Each download is in the audit trail. */
export function Attachments({ of: { id, attachments } }: { of: CaseView }) {
  const failed = useUploads(id).filter(({ failure }) => failure).length
  // A deleted file and a closed notice take their button with them.
  const card = useKeepFocus<HTMLElement>(`${attachments.length} ${failed}`)
  return (
    <Card title="Anlagen" ref={card}>
      {attachments.length > 0 && (
        <ul className="files">
          {attachments.map((file) => (
            <li key={file.id} className="files__item">
              <AttachmentLine caseId={id} file={file} />
            </li>
          ))}
        </ul>
      )}
      <AddFiles caseId={id} />
    </Card>
  )
}

function AttachmentLine({ caseId, file }: { caseId: string; file: AttachmentView }) {
  const { timeZone } = useMe().city
  const now = useNow(60_000)
  const client = useQueryClient()
  const remove = async () => {
    await removeAttachment(caseId, file.id)
    announce(`${file.name} ist gelöscht.`)
    await readCaseAgain(client, caseId)
  }
  return (
    <>
      <div>
        {/* A refusal leaves the page where it is: somebody may be on the telephone. */}
        <a className="kern-link files__name" href={attachmentAddress(caseId, file.id)} download>
          {file.name}
        </a>
        <p className="muted">
          {MEDIA_WORDS[file.mediaType]}, {sizeInWords(file.size)}
          {file.by && ` · ${file.by}`} · {momentOf(file.addedAt, now, timeZone)}
        </p>
      </div>
      {file.mayRemove && (
        <ConfirmButton label="Löschen" of={file.name} question="Anlage löschen?" run={remove}>
          <p className="files__name">{file.name}</p>
          <p>Die Datei ist dann weg. Im Verlauf bleibt stehen, dass es sie gab.</p>
        </ConfirmButton>
      )}
    </>
  )
}
