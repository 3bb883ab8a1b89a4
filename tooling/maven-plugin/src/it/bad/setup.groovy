// Another secret each time: settings.xml takes it from here, and verify.groovy looks for it.
new File(basedir, 'secret.properties').text = 'it.secret = ' + UUID.randomUUID() + System.lineSeparator()
new File(basedir, 'free-port.properties').text =
    new File(basedir, 'secret.properties').text + 'switchboard.sandbox.port = 0' + System.lineSeparator()
true
