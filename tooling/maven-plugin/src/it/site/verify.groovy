File site = new File(basedir, 'apps/target/site')
String page = new File(site, 'switchboard.html').text
String log = new File(basedir, 'build.log').text

// Each app with its picture and its webhooks; what an app is called is text.
['acme.Line', 'acme.Desk'].each { app ->
  assert page.contains('<img src="switchboard/' + app + '/call-flow.svg" alt="Call-flow of ' + app + '"')
  File picture = new File(site, 'switchboard/' + app + '/call-flow.svg')
  assert new groovy.xml.XmlSlurper().parse(picture).title == 'Call-flow of ' + app
  assert picture.text == new File(basedir, 'apps/target/switchboard/export/' + app + '/call-flow.svg').text
}
def rows = (page =~ /(?s)<tr[^>]*>(.*?)<\/tr>/).collect { row -> (row[1] =~ /(?s)<t[dh][^>]*>(.*?)<\/t[dh]>/).collect { it[1].trim() } }
assert rows.any { it == ['Path', 'Method', 'Webhook', 'Handlers'] }
assert rows.any { it[0..2] == ['/desk', 'GET', 'voice answer_url'] && it[3] ==~ /Desk#answer\(AnswerRequest\) \(Desk\.java:\d+\)/ }
assert rows.any { it[0..2] == ['/desk/event', 'POST', 'voice event_url'] }
assert !page.contains('<b>& sons</b>') && page.contains('Desk &lt;b&gt;&amp; sons&lt;/b&gt;')
// It is found from the site's own pages.
assert new File(site, 'project-reports.html').text.contains('switchboard.html') || new File(site, 'index.html').text.contains('switchboard.html')

// No app, no page.
assert log.contains('no app here')
assert !new File(basedir, 'none/target/site/switchboard.html').exists()
assert !new File(basedir, 'target/site/switchboard.html').exists()
true
