import type { ApiAnswer, ApiDoc } from '../../platform/http/apiDoc.ts'
import { jsonSchema, type Operation, problemExample } from '../../platform/http/openApi.ts'
import { type Field, fieldsOf, kindOf } from './fieldsOf.ts'

/** One request: what it takes, what it answers, how it may be refused. */
export function OperationPart({ operation: { method, path, doc } }: { operation: Operation }) {
  return (
    <article class="operation" aria-labelledby={doc.id}>
      <h3 id={doc.id}>{doc.summary}</h3>
      <p>
        <code>
          {method.toUpperCase()} {path}
          {doc.queryExample && `?${doc.queryExample}`}
        </code>
      </p>
      {doc.details && <Paragraphs text={doc.details} />}
      <Asked doc={doc} />
      {doc.bodyExample && <Json value={doc.bodyExample} />}
      {doc.answers.map((answer) => (
        <Answer answer={answer} />
      ))}
      {doc.problems.length > 0 && <Refusals doc={doc} />}
    </article>
  )
}

function Asked({ doc }: { doc: ApiDoc }) {
  const fields: Field[] = [
    ...Object.entries(doc.params ?? {}).map(([name, { description }]) => ({
      name,
      kind: 'im Pfad',
      optional: false,
      description,
    })),
    ...queryFields(doc),
    ...Object.entries(doc.headers ?? {}).map(([name, { description }]) => ({
      name,
      kind: 'Kopfzeile',
      optional: true,
      description,
    })),
    ...(doc.body ? fieldsOf(jsonSchema(doc.body, 'input')) : []),
  ]
  return <Fields fields={fields} />
}

function queryFields({ query }: ApiDoc): Field[] {
  return Object.entries(query?.shape ?? {}).map(([name, shape]) => {
    const { description, ...schema } = jsonSchema(shape, 'output')
    return {
      name,
      kind: kindOf(schema),
      optional: shape.safeParse(undefined).success,
      description: typeof description === 'string' ? description : null,
    }
  })
}

function Fields({ fields }: { fields: readonly Field[] }) {
  if (fields.length === 0) return null
  return (
    <dl class="fields">
      {fields.map(({ name, kind, optional, description }) => (
        <div>
          <dt>
            <code>{name}</code>
          </dt>
          <dd>
            <span class="muted">
              {kind}
              {optional && ', freiwillig'}
            </span>
            {description && (
              <>
                {' '}
                <Inline text={description} />
              </>
            )}
          </dd>
        </div>
      ))}
    </dl>
  )
}

function Answer({ answer: { status, description, schema, contentType, example } }: { answer: ApiAnswer }) {
  return (
    <>
      <p>
        <strong>{status}</strong> <Inline text={description} /> {contentType && <code>{contentType}</code>}
      </p>
      {schema && <Fields fields={fieldsOf(jsonSchema(schema, 'output'))} />}
      {example !== undefined && <Json value={example} />}
    </>
  )
}

function Refusals({ doc }: { doc: ApiDoc }) {
  const [first] = doc.problems
  return (
    <>
      <dl class="fields">
        {doc.problems.map(({ status, code, when }) => (
          <div>
            <dt>
              <strong>{status}</strong> <code>{code}</code>
            </dt>
            <dd>
              <Inline text={when} />
            </dd>
          </div>
        ))}
      </dl>
      {first && <Json value={problemExample(first)} />}
    </>
  )
}

const Json = ({ value }: { value: unknown }) => (
  <pre>
    <code>{typeof value === 'string' ? value : JSON.stringify(value, null, 2)}</code>
  </pre>
)

export const Paragraphs = ({ text }: { text: string }) => (
  <>
    {text.split('\n\n').map((part) => (
      <p>
        <Inline text={part} />
      </p>
    ))}
  </>
)

/** What stands between two `grave accents` is code. */
const Inline = ({ text }: { text: string }) => (
  <>{text.split('`').map((part, place) => (place % 2 === 1 ? <code>{part}</code> : part))}</>
)
