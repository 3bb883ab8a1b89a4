package example;

import lombok.Value;

@Value
public class Order {
  String what;
}
