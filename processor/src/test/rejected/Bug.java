// compile with: a compiler that fails
import dev.switchboard.annotations.VbcApp;

/** Not the user's fault, and said so. */
@VbcApp(name = "Office")
class Bug {} // expect: SWB001

/** The mistake of one app, ours or the user's, is no other app's. */
@VbcApp(name = " ") // expect: SWB103 at " "
class Another {} // expect: SWB001
