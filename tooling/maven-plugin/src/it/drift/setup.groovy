// Another secret each time: settings.xml takes it from here.
new File(basedir, 'secret.properties').text = 'it.secret = ' + UUID.randomUUID() + System.lineSeparator()
true
