interface RadiosProps {
  id: string
  name: string
  legend: string
  value: string
  options: readonly { value: string; text: string }[]
}

/** A choice of one out of a few that one wants to see; one is always chosen. */
export function Radios({ id, name, legend, value, options }: RadiosProps) {
  return (
    <fieldset class="kern-fieldset" id={id}>
      <legend class="kern-label">{legend}</legend>
      <div class="kern-fieldset__body">
        {options.map((option, index) => (
          <div class="kern-form-check">
            <input
              class="kern-form-check__radio"
              type="radio"
              id={`${id}-${index + 1}`}
              name={name}
              value={option.value}
              checked={option.value === value}
            />
            <label class="kern-label" for={`${id}-${index + 1}`}>
              {option.text}
            </label>
          </div>
        ))}
      </div>
    </fieldset>
  )
}
