import { useEffect, useRef, useState, type RefObject } from 'react'

/** Whether what is in an element is wider than the element, so that one scrolls in it; follows both sizes. */
export function useIsWider<E extends HTMLElement>(): { ref: RefObject<E | null>; isWider: boolean } {
  const ref = useRef<E>(null)
  const [isWider, setIsWider] = useState(false)
  useEffect(() => {
    const element = ref.current
    if (!element) return
    const measure = () => setIsWider(element.scrollWidth > element.clientWidth)
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    for (const child of element.children) observer.observe(child)
    return () => observer.disconnect()
  }, [])
  return { ref, isWider }
}
