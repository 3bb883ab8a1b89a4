// Another secret each time: settings.xml and the sandbox take it from here, and verify.groovy looks for it.
new File(basedir, 'secret.properties').text = 'it.secret = ' + UUID.randomUUID() + System.lineSeparator()
true
