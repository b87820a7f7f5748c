import { useCallback, useEffect, useRef, useState, type RefObject } from 'react'
import type { Pixels } from '../../../runtime/types'
import { closeCamera, openCamera } from '../../../ui/camera'
import { pixelsOf } from '../../shared/photo'
import { side } from './shots'

export interface Camera {
  readonly video: RefObject<HTMLVideoElement | null>
  readonly state: 'off' | 'asking' | 'live'
  /** Why there is no picture, as a sentence. */
  readonly problem: string | null
  open(): void
  close(): void
  /** The middle square of the picture as it is now; null before there is one. */
  grab(): Pixels | null
}

/** The webcam, on from a press of the reader until another, or until the lab is left. */
export function useCamera(): Camera {
  const video = useRef<HTMLVideoElement>(null)
  const stream = useRef<MediaStream>(null)
  const isGone = useRef(false)
  const [state, setState] = useState<Camera['state']>('off')
  const [problem, setProblem] = useState<string | null>(null)

  const close = useCallback(() => {
    closeCamera(stream.current)
    stream.current = null
    setState('off')
  }, [])
  const open = useCallback(() => {
    setProblem(null)
    setState('asking')
    openCamera().then(
      (opened) => {
        if (isGone.current) return closeCamera(opened)
        stream.current = opened
        // Another program may take it, or somebody pull it out.
        opened.getVideoTracks()[0]?.addEventListener('ended', () => {
          close()
          setProblem('The camera has stopped. Your images are kept; switch it on again to go on.')
        })
        setState('live')
      },
      (error: unknown) => {
        setState('off')
        setProblem(
          `${error instanceof Error ? error.message : String(error)} Files and drawings work without a camera.`,
        )
      },
    )
  }, [close])
  useEffect(() => {
    isGone.current = false
    return () => {
      isGone.current = true
      // A reader who scrolls back finds it off, and not a picture that stands still.
      close()
    }
  }, [close])
  useEffect(() => {
    if (state !== 'live' || !video.current) return
    video.current.srcObject = stream.current
    void video.current.play().catch(() => setProblem('There is no picture from the camera.'))
  }, [state])
  const grab = useCallback((): Pixels | null => {
    const source = video.current
    if (!source || source.videoWidth === 0) return null
    return pixelsOf(source, { width: source.videoWidth, height: source.videoHeight }, side)
  }, [])
  return { video, state, problem, open, close, grab }
}
