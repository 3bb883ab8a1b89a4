// Each build failed, in this order, with one sentence that says why and what to do.
String log = new File(basedir, 'build.log').text
List<String> builds = log.split('BUILD FAILURE') as List
def expected = [
  [1, 'cannot be read as compiled classes', 65],
  [2, 'No manifest found for acme.Line, which is annotated as an app', 65],
  [3, 'acme.Desk has webhook methods, but no app lists it', 65],
  [4, 'Did you mean "baseUrl"?', 65],
  [5, 'Start the sandbox: switchboard sandbox --port 1', 9],
  [6, 'has no credentials for the platform', 8],
  [7, 'add -Dswitchboard.confirm=protected.', 4],
  [8, 'does not accept the API key sandbox', 8],
  [9, 'Did you mean "drift"?', 64],
  [10, 'is stale: acme.Line has a webhook method "sorry"', 65],
]
assert builds.size() == expected.size() + 1
expected.each { number, sentence, code ->
  // What a build prints: its log before the words BUILD FAILURE, and the errors behind them.
  String said = builds[number - 1] + builds[number]
  assert said.contains(sentence) : number + ': ' + sentence
  assert said.contains('(exit code ' + code + ' of the command line)') : number + ': ' + code
}
// The cause of an absent manifest, and the way out.
assert builds[2].contains('JDK 23 and later run no processor') && builds[2].contains('annotationProcessorPaths')
assert !log.contains('This is a fault in Switchboard')

// The account's secret, another one each time, and the keys that were made went nowhere: into no log, state or result.
def secrets = new Properties()
new File(basedir, 'secret.properties').withInputStream { secrets.load(it) }
['secret.properties', 'free-port.properties'].each { new File(basedir, it).delete() }
assert secrets['it.secret'].length() == 36
def search = new dev.switchboard.provisioning.SecretSearch([secrets['it.secret']])
File keys = new File(System.getProperty('java.io.tmpdir'), 'switchboard-invoker-' + System.getProperty('user.name'))
if (keys.exists()) search.folder(keys.toPath())
search.folder(basedir.toPath())
println 'secrets: ' + search.summary()
assert search.found().isEmpty() : search.found()
true
