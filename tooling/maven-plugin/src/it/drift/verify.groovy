import groovy.json.JsonSlurper

String log = new File(basedir, 'build.log').text
def result = { String goal -> new JsonSlurper().parse(new File(basedir, 'target/results/' + goal + '/result.json')) }

['drift', 'drift-fails'].each {
  def drift = result(it)
  assert drift.outcome == 'drift' && drift.exitCode == 3
  assert drift.apps[0].changes.size() == 1
  assert drift.apps[0].changes[0].before == 'http://127.0.0.1:8080/answer'
  assert drift.apps[0].changes[0].after == 'http://127.0.0.1:8080/elsewhere'
  assert new groovy.xml.XmlSlurper().parse(new File(basedir, 'target/results/' + it + '/result.xml')).testsuite[0].@failures == '1'
}
assert result('plan').outcome == 'changes'
assert log.contains('The outcome is "drift" (exit code 3 of the command line)')
assert log.indexOf(':drift (drift)') < log.indexOf(':drift (drift-fails)')
true
