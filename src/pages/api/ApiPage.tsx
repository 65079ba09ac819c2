import type { ApiInfo, Operation } from '../../platform/http/openApi.ts'
import type { Frame } from '../../platform/ui/frame.ts'
import { Layout } from '../../platform/ui/Layout.tsx'
import { germanOn } from '../germanOnly.ts'
import { OperationPart, Paragraphs } from './OperationPart.tsx'
import { apiTexts } from './texts.ts'

interface ApiPageProps {
  frame: Frame
  info: ApiInfo
  operations: readonly Operation[]
}

/** The documentation of the interface, from the same declarations as the file for programs. */
export function ApiPage({ frame, info, operations }: ApiPageProps) {
  const texts = apiTexts[frame.lang]
  const groups = info.groups.map((group) => ({
    ...group,
    operations: operations.filter(({ doc }) => doc.group === group.name),
  }))
  return (
    <Layout frame={frame} title={texts.title}>
      <h1>{texts.title}</h1>
      {texts.germanOnly && <p class="lead">{texts.germanOnly}</p>}
      <div class="api" {...germanOn(frame.lang)}>
        <Paragraphs text={info.description} />
        <p>
          Für Programme: <a href="/api/v1/openapi.json">openapi.json</a> (OpenAPI 3.1).
        </p>
        <nav class="block" aria-label="Alle Anfragen">
          <ul>
            {operations.map(({ doc, method, path }) => (
              <li>
                <a href={`#${doc.id}`}>{doc.summary}</a>{' '}
                <code>
                  {method.toUpperCase()} {path}
                </code>
              </li>
            ))}
          </ul>
        </nav>
        {groups.map((group) => (
          <section class="block" aria-labelledby={`gruppe-${group.name}`}>
            <h2 id={`gruppe-${group.name}`}>{group.name}</h2>
            <p>{group.description}</p>
            {group.operations.map((operation) => (
              <OperationPart operation={operation} />
            ))}
          </section>
        ))}
      </div>
    </Layout>
  )
}
