import groovy.json.JsonSlurper

String log = new File(basedir, 'build.log').text
File results = new File(basedir, 'target/results')
def result = { String goal -> new JsonSlurper().parse(new File(results, goal + '/result.json')) }

// The first build stopped at package: what talks to the platform was not asked for.
String first = log.substring(0, log.indexOf('BUILD SUCCESS'))
assert first.contains(':manifest (checks)') && first.contains(':validate (checks)')
assert !first.contains('sandbox') && !first.contains(':plan')
assert new JsonSlurper().parse(new File(basedir, 'target/switchboard/switchboard.json')).apps*.app == ['acme.Line']

assert log.contains('sandbox listening on http://127.0.0.1:')
def plan = result('plan')
assert plan.command == 'plan' && plan.environment == 'local'
assert plan.outcome == 'changes' && plan.exitCode == 2
assert plan.apps[0].changes.find { it.path == ['name'] }.after == 'Line test'
assert plan.apps[0].changes.find { it.path.last() == 'address' }.source ==~ /Line\.java:\d+/
assert new File(basedir, 'target/plan.json').exists()

def apply = result('apply')
assert apply.outcome == 'done' && apply.exitCode == 0
assert apply.apps[0].steps*.outcome.every { it == 'done' }
assert apply.apps[0].steps*.id.contains('create')
String id = apply.apps[0].applicationId
assert id ==~ /[0-9a-f-]{36}/
assert result('apply-again').apps[0].empty && !result('apply-again').apps[0].steps
assert result('status').apps[0].standing == 'up to date'
assert result('status').apps[0].applicationId == id
assert result('status').apps[0].numbers*.msisdn == ['447700900077']
assert result('drift').apps[0].empty
['application.json', 'application.tf.json', 'vcr.yml', 'openapi.json', 'call-flow.mmd'].each {
  assert new File(basedir, 'target/switchboard/export/acme.Line/' + it).length() > 0
}
def verified = result('verify')
assert verified.outcome == 'verification' && verified.exitCode == 10
assert verified.apps[0].checks*.kind as Set == ['answer_url', 'event_url'] as Set
assert verified.apps[0].checks.every { it.outcome == 'failed' && it.problems }
assert result('destroy').apps[0].summary == 'destroyed'
assert log.contains('sandbox stopped')
assert new groovy.xml.XmlSlurper().parse(new File(results, 'apply/result.xml')).testsuite[0].@failures == '0'
assert new File(results, 'apply/result.md').text.contains('**done**')

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
