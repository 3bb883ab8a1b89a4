import groovy.json.JsonSlurper

def bundle = { String module -> new JsonSlurper().parse(new File(basedir, module + '/target/switchboard/switchboard.json')) }
String log = new File(basedir, 'build.log').text

assert bundle('first').apps*.app == ['acme.first.First']
assert bundle('second').apps*.app == ['acme.first.First', 'acme.second.Second']
assert !new File(basedir, 'none/target/switchboard').exists()
assert log.contains('no app here')
// The password in settings.xml cannot be decrypted here, and these goals do not need it.
assert !log.contains('settings.xml')
assert log.contains('left out: a module of packaging pom has no classes')
def warnings = log.readLines().findAll { it.contains('WARN') && it.contains('names the app') }
assert warnings.every { it.endsWith('names the app acme.second.Secnod, which is not among the classes. Did you mean acme.second.Second?') }
assert warnings
assert log.contains('gives acme.first.First and acme.second.Second the same base URL, and both serve /answer')
def clash = new JsonSlurper().parse(new File(basedir, 'second/target/switchboard/result.json'))
assert clash.outcome == 'invalid' && clash.exitCode == 65 && clash.problems
true
