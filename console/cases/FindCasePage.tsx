import { PageTitle } from '../ui/index.ts'
import { FindCaseForm } from './FindCaseForm.tsx'
import './cases.css'

export function FindCasePage() {
  return (
    <div className="page page--narrow">
      <PageTitle title="Anliegen suchen" />
      <p>Die Nummer steht in der Bestätigung und wurde am Telefon genannt, zum Beispiel LU-7K3-94Q.</p>
      <FindCaseForm />
    </div>
  )
}
