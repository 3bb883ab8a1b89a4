// compile with: annotations
import dev.switchboard.annotations.VbcApp;

@VbcApp(name = "Office")
class RuntimeMissing {} // expect: SWB003
