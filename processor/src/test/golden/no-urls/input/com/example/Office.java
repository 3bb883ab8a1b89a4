package com.example;

import dev.switchboard.annotations.SwitchboardApp;
import dev.switchboard.annotations.VbcApp;

/** Has no webhook at all. */
@SwitchboardApp(name = "Office", improveAi = true)
@VbcApp
public final class Office {}
