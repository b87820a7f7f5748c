export function App() {
  return (
    <main>
      <h1>Layerwise</h1>
      <p>Learn convolutional network architectures.</p>
    </main>
  )
}
